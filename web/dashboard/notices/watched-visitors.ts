import { Store } from '../store';

/** Ids of the visitors whose return the agent wants to hear of, for as long as the page is open. */
export const watchedVisitors = new Store<ReadonlySet<string>>(new Set());
