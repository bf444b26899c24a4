import { Redis } from 'ioredis';
import { Crowd } from './rig/crowd';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld, SHORT } from './rig/fault-world';
import { heapGrowth } from './rig/heap-growth';
import { Widget } from './rig/widget';

const FROZEN_MS = 11_000;
const FILLED_AFTER_MS = 4_000;
const BEATS_PER_TURN = 10;
const TURN_MS = 10;
const MOST_IN_FLIGHT = 2_000;

describe('a Redis that is frozen under load', () => {
  let world: FaultWorld;
  beforeAll(
    async () =>
      (world = await FaultWorld.start({
        homeRests: true,
        env: { PORCHLIGHT_REDIS_READ_DEADLINE_MS: '250' },
      })),
  );
  afterAll(() => world.stop());

  it('[P11] E-06: the commands that wait have a cap, the heap stays flat, and what waited too long has no effect', async () => {
    const { home, siteKey } = world;
    const { gateway } = home.services;
    const { redis } = home;
    const caller = { origin: null, userAgent: null, address: null, allowOrigin: () => undefined };
    const crowd = new Crowd({ url: () => home.url, siteKey, heartbeatMs: SHORT.heartbeatMs });
    const widgets = await crowd.grow(50);
    crowd.silence();
    const gone = await Widget.open(home.url, siteKey);
    await gone.leave(home.url);
    const client = new Redis(new URL(redis.url).pathname);
    const scriptCalls = async () =>
      Number(/cmdstat_evalsha:calls=(\d+)/.exec(await client.info('commandstats'))?.[1] ?? 0);
    const before = await scriptCalls();

    redis.freeze();
    // These wait in the frozen server from the beginning, and are ten seconds old when it thaws.
    const early = widgets.slice(0, 10).map((widget) => widget.beat(home.url));
    let sent = 0;
    let slowestMs = 0;
    const beatFor = async (forMs: number) => {
      const untilMs = performance.now() + forMs;
      while (performance.now() < untilMs) {
        for (let i = 0; i < BEATS_PER_TURN; i++) {
          const { token: visitorToken, tabId } = gone;
          const startedMs = performance.now();
          void gateway
            .handleHeartbeat({ visitorToken, tabId, seq: ++sent }, caller)
            .then(() => (slowestMs = Math.max(slowestMs, performance.now() - startedMs)));
        }
        await new Promise((resolve) => setTimeout(resolve, TURN_MS));
      }
    };
    // As many as may wait do so by then: whatever is added later is what must not pile up.
    const filledMb = await heapGrowth(() => beatFor(FILLED_AFTER_MS));
    const heapMb = await heapGrowth(() => beatFor(FROZEN_MS - FILLED_AFTER_MS));
    await Promise.all(early);
    redis.thaw();

    const revived = await world.online();
    const fresh = widgets[20]!;
    const freshMs = await eventually('a fresh heartbeat works', 2_000, async () => {
      await fresh.beat(home.url);
      return (await world.online()).has(fresh.visitorId);
    });
    // Answered in order: whatever had waited came before it.
    const executed = (await scriptCalls()) - before;
    client.disconnect();
    counted('E-06', {
      heartbeats: sent,
      'executed after the thaw': executed,
      'answer worst ms': Math.round(slowestMs),
      'heap MB until full': filledMb,
      'heap MB after that': heapMb,
      'fresh heartbeat works after ms': freshMs,
      'revived by stale calls': [...widgets.slice(0, 10), gone].filter((w) => revived.has(w.visitorId))
        .length,
    });
    // Counting sends a call a second to see whether Redis is back, and some before it knows that it is not.
    expect(executed).toBeLessThanOrEqual(MOST_IN_FLIGHT + 200);
    expect(heapMb).toBeLessThan(10);
    expect(revived.size).toBe(0);
    expect(slowestMs).toBeLessThan(1_000);
  });
});
