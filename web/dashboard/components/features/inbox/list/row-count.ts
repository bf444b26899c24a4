import type { RosterState } from '../../../../roster/roster-state';

/** The API counts no further. */
const COUNTED_UP_TO = 10_000;
const MORE_THAN_CAN_BE_TOLD = -1;

/** How many rows a screen reader is told of, drawn or not. */
export function rowCount({ order, hasMore, matchCount }: RosterState): number {
  if (!hasMore) return order.length;
  if (matchCount === null || matchCount > COUNTED_UP_TO) return MORE_THAN_CAN_BE_TOLD;
  return Math.max(matchCount, order.length);
}
