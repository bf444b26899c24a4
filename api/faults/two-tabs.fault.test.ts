import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld, SHORT } from './rig/fault-world';
import { Widget } from './rig/widget';

const VISITORS = 50;

describe('several tabs of one visitor on two nodes', () => {
  let world: FaultWorld;
  beforeAll(async () => (world = await FaultWorld.start({ processes: 1, homeRests: false })));
  afterAll(() => world.stop());

  it('[P4] E-15: two tabs are closed and the third crashes: one end, at the third’s deadline', async () => {
    const { home, siteKey } = world;
    const other = world.processes[0]!.url;
    const first = await Widget.open(home.url, siteKey);
    const second = await Widget.open(other, siteKey, first.token);
    const third = await Widget.open(home.url, siteKey, first.token);

    await Promise.all([first.leave(other), second.leave(home.url)]);
    await third.beat(other);
    const lastBeatMs = Date.now();

    await eventually(
      'the end is announced',
      SHORT.ttlMs + 2_000,
      async () => (await world.announcedOff()).length > 0,
    );
    const off = await world.announcedOff();
    const delayMs = off[0]!.occurredAtMs - lastBeatMs;
    counted('E-15', { 'off events': off.length, reason: off[0]!.reason, 'after the last beat ms': delayMs });
    expect(off).toMatchObject([{ visitorId: first.visitorId, reason: 'TIMED_OUT' }]);
    expect(delayMs).toBeGreaterThan(SHORT.ttlMs - 500);
    expect(delayMs).toBeLessThan(SHORT.ttlMs + 2_000);
  });

  it('[P4] E-15: both tabs are closed in the same moment on two nodes: one end each', async () => {
    const { home, siteKey } = world;
    const other = world.processes[0]!.url;
    const pairs = await Promise.all(
      Array.from({ length: VISITORS }, async () => {
        const first = await Widget.open(home.url, siteKey);
        return [first, await Widget.open(other, siteKey, first.token)] as const;
      }),
    );
    const ids = new Set(pairs.map(([{ visitorId }]) => visitorId));

    await Promise.all(pairs.flatMap(([first, second]) => [first.leave(home.url), second.leave(other)]));

    const ends = async () => (await world.announcedOff()).filter(({ visitorId }) => ids.has(visitorId));
    await eventually(
      'each end is announced',
      SHORT.graceMs + 3_000,
      async () => (await ends()).length >= VISITORS,
    );
    const off = await ends();
    counted('E-15', { visitors: VISITORS, 'off events': off.length, doubled: off.length - ids.size });
    expect(new Set(off.map(({ visitorId }) => visitorId))).toEqual(ids);
    expect(off).toHaveLength(VISITORS);
    expect(off.every(({ reason }) => reason === 'DISCONNECTED')).toBe(true);
  });
});
