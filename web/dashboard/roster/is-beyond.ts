import { comparePlacements } from './compare-placements';
import type { Placement } from './placement';
import type { RosterState } from './roster-state';

/**
 * Whether a visitor stands further down than what was loaded, where the next page will bring them. Not the one whose
 * panel is open, nor anybody of whom it is not known whether they are online.
 */
export function isBeyond(
  { edge, view, pinnedId }: Pick<RosterState, 'edge' | 'view' | 'pinnedId'>,
  placement: Placement,
): boolean {
  if (edge === null || view.sort !== 'ONLINE_FIRST') return false;
  return placement.isKnown && placement.id !== pinnedId && comparePlacements(placement, edge) > 0;
}
