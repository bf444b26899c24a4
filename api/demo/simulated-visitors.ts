import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log';
import { SimulatedCrowd } from './simulated-crowd';

export interface SimulatedVisitorsOptions {
  /** The public endpoint, such as `http://127.0.0.1:4000/graphql`. */
  readonly graphqlUrl: string;
  readonly siteKey: string;
  /** Where the demo's pages are, such as `http://127.0.0.1:4000`. */
  readonly pageOrigin: string;
  readonly count: number;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** Uniform in [0, 1). */
  readonly random?: () => number;
  /** Unix ms. */
  readonly now?: () => number;
}

export interface SimulatedVisitors {
  /** Those who are there say goodbye, as far as it goes within {@link GOODBYES_MS}. Safe to call twice. */
  stop(): Promise<void>;
}

const TICK_MS = 250;
const GOODBYES_MS = 2_000;

/**
 * So many visitors come to the demo shop, wander through it and leave, through the public API and nothing else. About
 * two thirds of them are there at a time. While the API is away they wait, with one warning.
 */
export function startSimulatedVisitors({
  random = Math.random,
  now = Date.now,
  ...options
}: SimulatedVisitorsOptions): SimulatedVisitors {
  const crowd = new SimulatedCrowd({ ...options, random, startsAtMs: now() });
  const stopping = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await crowd.step(now());
      // Unreferenced: visitors do not keep a process alive. Aborted: stop does not wait for a tick.
      await sleep(TICK_MS, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
    }
    await crowd.leave(now());
  }

  return {
    async stop() {
      stopping.abort();
      await Promise.race([running, sleep(GOODBYES_MS, undefined, { ref: false })]);
    },
  };
}
