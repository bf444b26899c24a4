import type { Placement } from './placement';

/** The order of the roster: online first, the newest arrival on top; then the others, the last seen on top. */
export function comparePlacements(a: Placement, b: Placement): number {
  if (a.isOnline !== b.isOnline) return a.isOnline ? -1 : 1;

  const newerFirst = a.isOnline ? b.onlineSinceMs - a.onlineSinceMs : b.lastSeenMs - a.lastSeenMs;
  if (newerFirst !== 0) return newerFirst;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
