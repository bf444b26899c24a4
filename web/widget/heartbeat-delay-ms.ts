const SHORTEST_SECONDS = 5;
const LONGEST_SECONDS = 300;

/**
 * When to beat next, in ms: what the server named, within bounds, less up to a tenth, so that beats of many tabs do not
 * align. Never more: browsers wake hidden tabs on a grid of minutes, and a beat just past it would be a minute late.
 */
export function heartbeatDelayMs(namedSeconds: number): number {
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, namedSeconds)) * (1000 - Math.random() * 100);
}
