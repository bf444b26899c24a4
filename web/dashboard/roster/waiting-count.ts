import { matchesFilter } from './matches-filter';
import type { RosterState } from './roster-state';

/** How many visitors came online while the rows were held, and wait to be let in on top. */
export function waitingCount({ isHeld, placements, ranks, onlineWhenHeld, view }: RosterState): number {
  if (!isHeld) return 0;
  let count = 0;
  for (const placement of placements.values()) {
    const hasCome = placement.isOnline && !onlineWhenHeld.has(placement.id);
    if (hasCome && ranks.has(placement.id) && matchesFilter(view.filter, placement)) count += 1;
  }
  return count;
}
