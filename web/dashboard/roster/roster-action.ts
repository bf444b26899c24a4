import type { Placement } from './placement';
import type { RosterView } from './roster-view';

export interface RosterPage {
  readonly placements: readonly Placement[];
  readonly hasMore: boolean;
  readonly endCursor: string | null;
  readonly everyoneCount: number | null;
  readonly onlineCount: number | null;
  readonly matchCount: number | null;
}

export type RosterAction =
  | { readonly type: 'viewChosen'; readonly view: RosterView }
  | { readonly type: 'pageRead'; readonly page: RosterPage }
  | { readonly type: 'nextPageRead'; readonly page: RosterPage }
  | {
      readonly type: 'changed';
      readonly placements: readonly Placement[];
      readonly forgotten: readonly string[];
      readonly onlineCount: number | null;
      /** How many of them the site met for the first time after the last read. */
      readonly newcomers: number;
    }
  | { readonly type: 'held'; readonly isHeld: boolean }
  | { readonly type: 'failed' };
