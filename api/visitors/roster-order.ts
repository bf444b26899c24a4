import { VisitorSort } from './visitor-sort';

/** What an order compares: SQL expressions, as the indexes have them, all ascending or all descending. */
export interface RosterOrder {
  readonly keys: readonly { readonly sql: string; readonly type: string }[];
  readonly isDescending: boolean;
}

const ID = { sql: 'v.id', type: 'text' };
/** Never seen is before every instant. */
export const LAST_SEEN = { sql: `coalesce(v.last_seen_at, '-infinity')`, type: 'timestamptz' };
const FIRST_SEEN = { sql: 'v.first_seen_at', type: 'timestamptz' };
const HAS_NO_NAME = { sql: '(v.display_name IS NULL)', type: 'boolean' };
const NAME = { sql: `coalesce(lower(v.display_name), '')`, type: 'text' };

/** The order of each sort; for ONLINE_FIRST, that of those who are not online. */
export const ROSTER_ORDERS: Readonly<Record<VisitorSort, RosterOrder>> = {
  [VisitorSort.ONLINE_FIRST]: { keys: [LAST_SEEN, ID], isDescending: true },
  [VisitorSort.LAST_SEEN_DESC]: { keys: [LAST_SEEN, ID], isDescending: true },
  [VisitorSort.LAST_SEEN_ASC]: { keys: [LAST_SEEN, ID], isDescending: false },
  [VisitorSort.FIRST_SEEN_DESC]: { keys: [FIRST_SEEN, ID], isDescending: true },
  [VisitorSort.NAME_ASC]: { keys: [HAS_NO_NAME, NAME, ID], isDescending: false },
};
