import type { Position, Presence } from '../realtime-session/presence';
import type { Keyset } from '../visitors/roster-query';
import type { RosterRow } from '../visitors/visitor-roster';

export interface ListRow extends RosterRow {
  /** What was read of it on the way; null when nothing was. */
  readonly presence: Presence | null;
}

/** A page of the list, in list order whatever the direction. */
export interface ListPage {
  readonly rows: readonly ListRow[];
  readonly hasMore: boolean;
  /** Where to go on: behind the last row, or further when the page stayed short. Null for an empty list. */
  readonly end: Keyset | null;
  /** Of the site's changes, from before the rows; null when it was not asked for, or Redis cannot say. */
  readonly position: Position | null;
}
