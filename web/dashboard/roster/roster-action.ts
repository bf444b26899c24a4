import type { Placement } from './placement';
import type { RosterView } from './roster-view';

export interface RosterPage {
  /** In the server's order. */
  readonly placements: readonly Placement[];
  readonly hasMore: boolean;
  readonly endCursor: string | null;
  /** The last place of the page as the server answered; null when no page comes after it. */
  readonly edge: Placement | null;
  readonly everyoneCount: number | null;
  readonly onlineCount: number | null;
  readonly matchCount: number | null;
}

export type RosterAction =
  | { readonly type: 'viewChosen'; readonly view: RosterView }
  /** The first page of another view, or after an outage: everything begins with it. */
  | { readonly type: 'pageRead'; readonly page: RosterPage }
  /** The first page once more, while the agent goes on looking at what is there. */
  | { readonly type: 'pageReadAgain'; readonly page: RosterPage }
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
  /** What waits is let in, though the rows are held. */
  | { readonly type: 'letIn' }
  | { readonly type: 'pinned'; readonly id: string | null }
  | { readonly type: 'failed' };
