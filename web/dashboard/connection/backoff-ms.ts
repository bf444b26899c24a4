const SHORTEST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * How long to wait before a try, 0 being the first: anywhere between the shortest wait and a ceiling that doubles
 * each time, so that a thousand dashboards do not come back in step.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceilingMs = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(attempt + 1, 10));
  return SHORTEST_MS + random() * (ceilingMs - SHORTEST_MS);
}
