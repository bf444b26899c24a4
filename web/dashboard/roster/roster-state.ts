import type { Placement } from './placement';
import type { RosterView } from './roster-view';

export interface RosterState {
  readonly view: RosterView;
  /** "loading" has nothing to show yet; "failed" is a first read that failed. Later failures keep what was read. */
  readonly status: 'loading' | 'ready' | 'failed';
  readonly placements: ReadonlyMap<string, Placement>;
  /** Where the server put each visitor, for the sorts that only it can do. */
  readonly ranks: ReadonlyMap<string, number>;
  /** The rows as shown, top to bottom, each visitor once. */
  readonly order: readonly string[];
  /** The visitor whose panel is open: their row stays, even when it no longer matches. */
  readonly pinnedId: string | null;
  /** While true nobody's row moves, comes or goes; the changes wait. */
  readonly isHeld: boolean;
  /** Those online when the rows came to be held, or were last let go. */
  readonly onlineWhenHeld: ReadonlySet<string>;
  /** How many pages were read one after another. */
  readonly pageCount: number;
  readonly hasMore: boolean;
  readonly endCursor: string | null;
  /** The last place of what was loaded, as it was then; null when there is nothing more to load. */
  readonly edge: Placement | null;
  /** All visitors of the site; null when unknown. */
  readonly everyoneCount: number | null;
  readonly onlineCount: number | null;
  /** Visitors that match filter and search; null when unknown. */
  readonly matchCount: number | null;
}

export function emptyRoster(view: RosterView): RosterState {
  return {
    view,
    status: 'loading',
    placements: new Map(),
    ranks: new Map(),
    order: [],
    pinnedId: null,
    isHeld: false,
    onlineWhenHeld: new Set(),
    pageCount: 0,
    hasMore: false,
    endCursor: null,
    edge: null,
    everyoneCount: null,
    onlineCount: null,
    matchCount: null,
  };
}
