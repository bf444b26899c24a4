import { Crowd } from './rig/crowd';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld, SHORT } from './rig/fault-world';
import { passing } from './rig/passing';

const VISITORS = 100;
const LEAVERS = 20;
const OBSERVERS = 10;
/** Twice the life of a session, and more than what counts as a blackout. */
const FROZEN_MS = 11_000;

describe('a Redis that is frozen for longer than a session lives', () => {
  let world: FaultWorld;
  beforeAll(async () => (world = await FaultWorld.start()));
  afterAll(() => world.stop());

  it('[P13] E-07: nobody is announced offline during the grace; who really left is, once, when it ends', async () => {
    const { home, siteKey } = world;
    const crowd = new Crowd({ url: () => home.url, siteKey, heartbeatMs: SHORT.heartbeatMs });
    await crowd.grow(VISITORS);
    const observers = await Promise.all(Array.from({ length: OBSERVERS }, () => world.observe()));

    home.redis.freeze();
    const leavers = crowd.widgets.slice(0, LEAVERS);
    crowd.silence(leavers);
    await passing(FROZEN_MS);
    const thawedMs = Date.now();
    home.redis.thaw();

    const stayers = new Set(crowd.widgets.slice(LEAVERS).map(({ visitorId }) => visitorId));
    const backMs = await eventually('all who stayed read online', SHORT.heartbeatMs + 3_000, async () => {
      const online = await world.online();
      return [...stayers].every((id) => online.has(id));
    });
    await eventually('those who left are announced', SHORT.hiddenTtlMs + 4_000, async () => {
      return (await world.announcedOff()).length >= LEAVERS;
    });
    const resynced = () => observers.every(({ resyncs }) => resyncs > 0);
    await eventually('every observer is told to read again', 5_000, resynced);
    const off = await world.announcedOff();
    const early = off.filter(({ occurredAtMs }) => occurredAtMs < thawedMs + SHORT.hiddenTtlMs - 500);
    const mistaken = off.filter(({ visitorId }) => stayers.has(visitorId));
    const online = await world.online();
    const wrong = await Promise.all(observers.map((observer) => observer.wrong(online)));
    crowd.silence();

    counted('E-07', {
      'off events': off.length,
      early: early.length,
      mistaken: mistaken.length,
      doubled: off.length - new Set(off.map(({ visitorId }) => visitorId)).size,
      'wrong on screens': wrong.reduce((sum, n) => sum + n, 0),
      'all back after ms': backMs,
    });
    expect([early, mistaken]).toEqual([[], []]);
    expect(new Set(off.map(({ visitorId }) => visitorId))).toEqual(new Set(leavers.map((w) => w.visitorId)));
    expect(off).toHaveLength(LEAVERS);
    expect(wrong).toEqual(observers.map(() => 0));
  });
});
