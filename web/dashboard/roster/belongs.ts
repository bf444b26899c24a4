import { isBeyond } from './is-beyond';
import { matchesFilter } from './matches-filter';
import type { Placement } from './placement';
import type { RosterState } from './roster-state';

/** Whether somebody the list holds has a row of their own right on it now. */
export function belongs(state: RosterState, placement: Placement): boolean {
  return (
    state.ranks.has(placement.id) &&
    matchesFilter(state.view.filter, placement) &&
    !isBeyond(state, placement)
  );
}
