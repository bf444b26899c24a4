import type { Position } from '../../realtime-session/presence';

/** Whether a site stood at `a` later than at `b`. Of two epochs, the one that is told of now is the later. */
export function isAfter(a: Position, b: Position): boolean {
  return a.epoch !== b.epoch ? a.epoch !== '' : a.offset > b.offset;
}
