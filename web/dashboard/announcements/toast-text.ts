import { Store } from '../store';

/** A short word about what was just done, at the foot of the page. Null when there is none. */
export const toastText = new Store<string | null>(null);
