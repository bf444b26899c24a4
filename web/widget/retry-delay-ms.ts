const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;

/** How long to wait after so many failures in a row, in ms: anywhere below a ceiling that doubles, so that a crowd spreads out. */
export function retryDelayMs(failures: number): number {
  return Math.random() * Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
}
