import type { Placement } from './placement';
import type { RosterView } from './roster-view';

export interface RosterState {
  readonly view: RosterView;
  /** "loading" has nothing to show yet; "failed" is a first read that failed. Later failures keep what was read. */
  readonly status: 'loading' | 'ready' | 'failed';
  readonly placements: ReadonlyMap<string, Placement>;
  /** The rows as shown, top to bottom, each visitor once. */
  readonly order: readonly string[];
  /** While true nobody's row moves, comes or goes; the changes wait. */
  readonly isHeld: boolean;
  readonly hasMore: boolean;
  readonly endCursor: string | null;
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
    order: [],
    isHeld: false,
    hasMore: false,
    endCursor: null,
    everyoneCount: null,
    onlineCount: null,
    matchCount: null,
  };
}
