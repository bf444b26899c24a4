import { comparePlacements } from './compare-placements';
import { isStray } from './is-stray';
import { matchesFilter } from './matches-filter';
import type { RosterState } from './roster-state';

const LAST = Number.MAX_SAFE_INTEGER;

/** The rows in the order they should have now. The pinned one keeps its place when it no longer matches. */
export function arrange(state: RosterState): RosterState {
  const { placements, ranks, view, order, pinnedId } = state;
  const matching = [...placements.values()].filter(
    (placement) => ranks.has(placement.id) && matchesFilter(view.filter, placement),
  );
  const rank = (id: string): number => ranks.get(id) ?? LAST;
  const sorted = matching
    .sort(view.sort === 'ONLINE_FIRST' ? comparePlacements : (a, b) => rank(a.id) - rank(b.id))
    .map(({ id }) => id);
  if (pinnedId !== null && isStray(state, pinnedId)) {
    const was = order.indexOf(pinnedId);
    sorted.splice(was === -1 ? sorted.length : was, 0, pinnedId);
  }
  return { ...state, order: sorted };
}
