import { isBeyond } from './is-beyond';
import { isJudgedHere } from './is-judged-here';
import { matchesFilter } from './matches-filter';
import type { Placement } from './placement';
import type { RosterState } from './roster-state';

/**
 * Whether a visitor the list does not hold yet belongs on it. Not beyond the part that was loaded, and not under a
 * search, filter or sort that only the server can answer.
 */
export function admits(state: RosterState, placement: Placement): boolean {
  if (state.status !== 'ready' || !isJudgedHere(state.view)) return false;
  return placement.isKnown && matchesFilter(state.view.filter, placement) && !isBeyond(state, placement);
}
