const FIRST_MS = 5_000;
const LONGEST_MS = 300_000;

/** After so many failures in a row: the longest that the next try waits, in ms. It doubles, up to {@link LONGEST_MS}. */
export function patienceMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
}
