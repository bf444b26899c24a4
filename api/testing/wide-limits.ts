/** Settings for nodes whose tests call more often than people do. They count as ever, but refuse nobody. */
export const WIDE_LIMITS: Record<string, string> = Object.fromEntries(
  ['API_KEY', 'AGENT', 'VISITOR', 'ADDRESS', 'SITE'].map((who) => [`PORCHLIGHT_${who}_LIMIT`, '1000000']),
);
