import type { VisitorCardFragment } from '../../generated/graphql';
import { comparePlacements } from './compare-placements';
import { placementOf } from './placement';
import type { ReadPage } from './read-page';
import type { RosterPage } from './roster-action';

/** A page as the list takes it. The facts are those of its visitors, or newer ones. */
export function rosterPage(
  { visitors, everyone, site }: ReadPage,
  facts: readonly VisitorCardFragment[],
): RosterPage {
  const { nodes, pageInfo, totalCount } = visitors;
  // By the answer alone: whoever has moved up since must not take the end of the list along.
  const last = nodes.map(placementOf).sort(comparePlacements).at(-1);
  return {
    placements: facts.map(placementOf),
    hasMore: pageInfo.hasNextPage,
    endCursor: pageInfo.endCursor,
    edge: pageInfo.hasNextPage ? (last ?? null) : null,
    everyoneCount: everyone?.totalCount ?? null,
    onlineCount: site?.onlineVisitorCount ?? null,
    matchCount: totalCount,
  };
}
