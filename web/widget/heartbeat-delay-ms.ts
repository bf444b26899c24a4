const SHORTEST_SECONDS = 5;
const LONGEST_SECONDS = 300;

/** When to beat next, in ms: what the server named, within bounds, spread so that beats of many tabs do not align. */
export function heartbeatDelayMs(namedSeconds: number, isVisible: boolean): number {
  const seconds = Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, namedSeconds));
  // Hidden only downwards: browsers wake hidden tabs on a grid of minutes, and a beat just past it would be a minute late.
  return seconds * 1000 * (0.9 + Math.random() * (isVisible ? 0.2 : 0.1));
}
