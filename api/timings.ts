/** Every duration that is not a site's own setting, with its default in milliseconds. */
export const TIMINGS = {
  heartbeatVisibleMs: 20_000,
  heartbeatHiddenMs: 55_000,
  sessionTtlVisibleMs: 45_000,
  sessionTtlHiddenMs: 150_000,
  sweepMs: 1_000,
  checkpointMs: 60_000,
  redisReadDeadlineMs: 250,
  // With the deadline above it has to fit into the 300 ms that an answer may take.
  rateLimitPatienceMs: 40,
  subscriptionChargeMs: 60_000,
  coalescingMs: 100,
  forgottenMs: 5_000,
  visitorTokenMs: 24 * 3_600_000,
  agentSessionIdleMs: 12 * 3_600_000,
  agentSessionMaxMs: 7 * 24 * 3_600_000,
} as const;
