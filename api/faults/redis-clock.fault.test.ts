import { Crowd } from './rig/crowd';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld, SHORT } from './rig/fault-world';

const VISITORS = 50;
const LEAVERS = 5;
/** From the step to the first sweep that sees it, and from the end of the grace to the sweep that ends it. */
const HANDLING_MS = 2_000;

// libfaketime cannot live in one process with redis-server's jemalloc, so the step is the offset of the clock that every
// script takes beside Redis's time.
describe.each([600_000, -600_000])('a Redis whose clock jumps by %i ms', (stepMs) => {
  let world: FaultWorld;
  beforeAll(async () => (world = await FaultWorld.start()));
  afterAll(() => world.stop());

  it('[P13] E-18: nobody who stays is announced, who leaves is no longer online than a life and the handling, numbers rise', async () => {
    const { home, siteKey } = world;
    const crowd = new Crowd({ url: () => home.url, siteKey, heartbeatMs: SHORT.heartbeatMs });
    await crowd.grow(VISITORS);
    await crowd.nextRound();
    const before = (await world.snapshot())!;
    const leavers = crowd.widgets.slice(0, LEAVERS);
    const leaving = new Set(leavers.map(({ visitorId }) => visitorId));

    home.advanceClock(stepMs);
    crowd.silence(leavers);
    const backMs = await eventually('all who stay read online', SHORT.heartbeatMs + 4_000, async () => {
      const online = await world.online();
      return crowd.widgets.every(({ visitorId }) => leaving.has(visitorId) || online.has(visitorId));
    });
    const goneMs = await eventually(
      'nobody who left reads online',
      SHORT.hiddenTtlMs + HANDLING_MS,
      async () => {
        const online = await world.online();
        return [...leaving].every((id) => !online.has(id));
      },
    );
    const announcedMs = await eventually(
      'who left is announced',
      2 * SHORT.hiddenTtlMs + HANDLING_MS,
      async () => {
        return (await world.announcedOff()).length >= LEAVERS;
      },
    );
    crowd.silence();
    const off = await world.announcedOff();
    const mistaken = off.filter(({ visitorId }) => !leaving.has(visitorId)).length;
    const after = (await world.snapshot())!;

    counted('E-18', {
      'step ms': stepMs,
      'off events': off.length,
      mistaken,
      'all back after ms': backMs,
      'leavers offline after ms': goneMs,
      'announced after ms': goneMs + announcedMs,
      clock: 'offset of the scripts',
    });
    expect(mistaken).toBe(0);
    expect(off).toHaveLength(LEAVERS);
    expect(after.position.epoch).toBe(before.position.epoch);
    expect(after.position.offset).toBeGreaterThan(before.position.offset);
  });
});
