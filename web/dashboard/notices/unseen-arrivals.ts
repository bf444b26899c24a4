import { Store } from '../store';

/** How many came online while the page was not looked at; stands in the title of the tab. */
export const unseenArrivals = new Store(0);
