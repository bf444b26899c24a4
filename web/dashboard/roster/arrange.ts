import { belongs } from './belongs';
import { compareRows } from './compare-rows';
import { isBeyond } from './is-beyond';
import { isStray } from './is-stray';
import type { RosterState } from './roster-state';

/**
 * The rows in the order they should have now. The pinned one keeps its place when it no longer matches. Who now
 * stands beyond the loaded part is let go.
 */
export function arrange(state: RosterState): RosterState {
  const { order, pinnedId } = state;
  const sorted = [...state.placements.values()]
    .filter((placement) => belongs(state, placement))
    .sort(compareRows(state))
    .map(({ id }) => id);
  if (pinnedId !== null && isStray(state, pinnedId)) {
    const was = order.indexOf(pinnedId);
    sorted.splice(was === -1 ? sorted.length : was, 0, pinnedId);
  }
  return { ...state, ...withinEdge(state), order: sorted };
}

function withinEdge(state: RosterState): Pick<RosterState, 'placements' | 'ranks'> {
  const { placements, ranks } = state;
  const beyond = [...placements.values()].filter((placement) => isBeyond(state, placement));
  if (beyond.length === 0) return { placements, ranks };

  const kept = new Map(placements);
  for (const { id } of beyond) kept.delete(id);
  const ids = [...ranks.keys()].filter((id) => kept.has(id));
  return { placements: kept, ranks: new Map(ids.map((id, rank) => [id, rank])) };
}
