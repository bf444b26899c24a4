/** Lives are as short as a fair share of them fits between two faults. */
export const SOAK = {
  heartbeatMs: 2_000,
  ttlMs: 5_000,
  hiddenTtlMs: 6_000,
  sweepMs: 500,
  checkpointMs: 5_000,
  /** After a fault the clients of Redis may take this long to be back. */
  settleMs: 2_500,
  /** A call that waited in a frozen Redis has effect up to this much later. */
  longestWaitMs: 5_000,
} as const;
