import { comparePlacements } from './compare-placements';
import type { Placement } from './placement';
import type { RosterState } from './roster-state';

const LAST = Number.MAX_SAFE_INTEGER;

/** How the rows of a list are to be ordered: by what the page knows itself, or as the server put them. */
export function compareRows({
  view,
  ranks,
}: Pick<RosterState, 'view' | 'ranks'>): (a: Placement, b: Placement) => number {
  if (view.sort === 'ONLINE_FIRST') return comparePlacements;
  const rank = ({ id }: Placement): number => ranks.get(id) ?? LAST;
  return (a, b) => rank(a) - rank(b);
}
