import type { Bucket, Taken } from './bucket';

/** Instants are large numbers: their sums are right to less than that. */
const ROUNDING_MS = 0.001;

export interface TakenAt extends Taken {
  /** When the bucket is full again, ms by the same clock. */
  readonly fullAtMs: number;
}

/**
 * Takes points out of a bucket that is full again at an instant, or takes nothing when there are too few. A call that costs
 * more than the bucket holds takes all of it. The same rule as scripts/take.lua, by any clock.
 */
export function takePoints(bucket: Bucket, points: number, fullAtMs: number, nowMs: number): TakenAt {
  const msPerPoint = 1_000 / bucket.restorePerSecond;
  const emptyMs = bucket.limit * msPerPoint; // from empty to full
  // A clock that was set back must not make a bucket emptier than empty.
  const beforeMs = Math.min(Math.max(fullAtMs, nowMs), nowMs + emptyMs);
  const afterMs = beforeMs + Math.min(points, bucket.limit) * msPerPoint;
  const waitMs = Math.max(0, Math.ceil(afterMs - nowMs - emptyMs - ROUNDING_MS));
  const isTaken = waitMs === 0;
  const standsMs = isTaken ? afterMs : beforeMs;
  const remaining = Math.max(0, Math.floor((emptyMs - (standsMs - nowMs) + ROUNDING_MS) / msPerPoint));
  return { remaining, waitMs, fullAtMs: standsMs };
}
