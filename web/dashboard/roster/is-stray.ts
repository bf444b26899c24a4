import { matchesFilter } from './matches-filter';
import type { RosterState } from './roster-state';

/** Whether a row is only there because its panel is open, and would otherwise have left the list. */
export function isStray(
  { view, placements, ranks, pinnedId }: Pick<RosterState, 'view' | 'placements' | 'ranks' | 'pinnedId'>,
  id: string,
): boolean {
  const placement = placements.get(id);
  if (id !== pinnedId || placement === undefined) return false;
  return !ranks.has(id) || !matchesFilter(view.filter, placement);
}
