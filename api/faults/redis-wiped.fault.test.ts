import { startBreakablePostgres, type BreakablePostgres } from '../testing/breakable-postgres';
import { Crowd } from './rig/crowd';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld, SHORT } from './rig/fault-world';

const VISITORS = 150;
const OBSERVERS = 20;

describe('a Redis that comes back empty', () => {
  let world: FaultWorld;
  let database: BreakablePostgres;
  beforeAll(async () => {
    database = await startBreakablePostgres();
    world = await FaultWorld.start({ database });
  });
  afterAll(() => world.stop());

  it('[P14] E-08: a new epoch, two resyncs for each observer, no storm, and everybody back by heartbeats alone', async () => {
    const { home, siteKey } = world;
    const crowd = new Crowd({ url: () => home.url, siteKey, heartbeatMs: SHORT.heartbeatMs });
    await crowd.grow(VISITORS);
    const observers = await Promise.all(Array.from({ length: OBSERVERS }, () => world.observe()));
    const before = (await world.snapshot())!;
    const staleCursor = observers[0]!.cursor;
    expect(before.online.size).toBe(VISITORS);

    database.cut();
    await home.redis.restartEmpty();
    const backMs = await eventually('everybody is online again', SHORT.heartbeatMs + 4_000, async () => {
      return (await world.online()).size === VISITORS;
    });
    database.mend();
    await eventually('every observer has been told twice', SHORT.hiddenTtlMs + 4_000, () =>
      observers.every(({ resyncs }) => resyncs >= 2),
    );
    const after = (await world.snapshot())!;
    const wrong = await Promise.all(observers.map((observer) => observer.wrong(after.online)));
    crowd.silence();

    const told = observers.map(({ seen }) => seen.length);
    counted('E-08', {
      'online again after ms': backMs,
      PostgreSQL: 'away meanwhile',
      resyncs: observers.map(({ resyncs }) => resyncs).join('/'),
      'changes told': Math.max(...told),
      'wrong on screens': wrong.reduce((sum, n) => sum + n, 0),
    });
    expect(after.position.epoch).not.toBe(before.position.epoch);
    expect(told).toEqual(observers.map(() => 0));
    expect(observers.map(({ resyncs }) => resyncs)).toEqual(observers.map(() => 2));
    expect(wrong).toEqual(observers.map(() => 0));

    const resumed = await world.observe([home.url], 0, { after: staleCursor });
    expect(resumed.resyncs).toBe(1);
  });
});
