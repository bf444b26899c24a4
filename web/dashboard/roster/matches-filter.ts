import type { Placement } from './placement';
import type { RosterView } from './roster-view';

/** Whether a visitor passes the filter. One whose state is unknown is neither online nor offline, and stays. */
export function matchesFilter(filter: RosterView['filter'], placement: Placement): boolean {
  if (filter === 'all' || !placement.isKnown) return true;
  return placement.isOnline === (filter === 'online');
}
