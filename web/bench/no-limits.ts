/** Buckets so large that the limiter counts and never refuses. */
export const NO_LIMITS = Object.fromEntries(
  ['AGENT', 'VISITOR', 'ADDRESS', 'SITE'].map((who) => [`PORCHLIGHT_${who}_LIMIT`, '100000000']),
);
