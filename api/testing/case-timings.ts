/** The settings that the cases of docs/cases.md assume; the goodbye's grace is the site's default. */
export const CASE_TIMINGS = {
  heartbeatVisibleMs: 30_000,
  heartbeatHiddenMs: 30_000,
  sessionTtlVisibleMs: 90_000,
  sessionTtlHiddenMs: 90_000,
} as const;
