import { setTimeout as after } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;

/**
 * How many ms it took until the condition held. Rejects, naming it, when it does not within the bound: a fault runs in
 * real time, and what is promised about it is a bound.
 */
export async function eventually(
  name: string,
  withinMs: number,
  holds: () => boolean | Promise<boolean>,
): Promise<number> {
  const startedMs = performance.now();
  for (;;) {
    if (await holds()) return Math.round(performance.now() - startedMs);
    if (performance.now() - startedMs > withinMs) throw new Error(`not within ${withinMs} ms: ${name}`);
    await after(LOOK_EVERY_MS);
  }
}
