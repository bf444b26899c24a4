import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { Crowd } from './rig/crowd';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld, SHORT } from './rig/fault-world';
import { Line } from './rig/line';

const VISITORS = 60;
const LEAVERS = 20;
const SILENT = 20;

describe('a PostgreSQL from which nothing comes back', () => {
  let world: FaultWorld;
  let line: Line;
  let direct: TestDatabase;
  beforeAll(async () => {
    direct = await createTestDatabase();
    const { hostname, pathname, username } = new URL(direct.url);
    line = await Line.open({ path: join(decodeURIComponent(hostname), '.s.PGSQL.5432') });
    const url = `postgres://${username}@127.0.0.1:${line.port}${pathname}`;
    world = await FaultWorld.start({ database: { url, drop: () => direct.drop() } });
  });
  afterAll(async () => {
    line.cut();
    await world.stop();
    line.close();
  });

  it('[P7] E-20: presence goes on, ends wait, and afterwards every last-seen is stored and none is lowered', async () => {
    const { home, siteKey } = world;
    const crowd = new Crowd({ url: () => home.url, siteKey, heartbeatMs: SHORT.heartbeatMs });
    await crowd.grow(VISITORS);
    const observer = await world.observe();
    // What identify stored has to be older than what is stored in the end.
    for (let round = 0; round < 3; round++) await crowd.nextRound();
    const [leavers, silent] = [
      crowd.widgets.slice(0, LEAVERS),
      crowd.widgets.slice(LEAVERS, LEAVERS + SILENT),
    ];
    const expected = new Map<string, number>();

    line.swallow();
    crowd.forget();
    crowd.silence([...leavers, ...silent]);
    for (const { visitorId } of silent) expected.set(visitorId, crowd.lastBeatMs.get(visitorId)!);
    const goodbyes = await Promise.all(
      leavers.map(async (widget) => {
        const startedMs = Date.now();
        const code = await widget.leave(home.url);
        expected.set(widget.visitorId, startedMs);
        return { code, tookMs: Date.now() - startedMs };
      }),
    );
    const offMs = await eventually('every end is announced', SHORT.ttlMs + 3_000, () => {
      return observer.count('WENT_OFFLINE') >= LEAVERS + SILENT;
    });
    await crowd.nextRound();
    const { failed } = crowd;
    const onlineMeanwhile = (await world.online()).size;

    line.mend();
    const off = (stored: Map<string, number>) =>
      [...expected].filter(([id, atMs]) => Math.abs(stored.get(id)! - atMs) >= 1_000).length;
    const storedMs = await eventually(
      'every last-seen is stored',
      10_000,
      async () => off(await world.lastSeen()) === 0,
    ).catch(() => Infinity);
    const before = await world.lastSeen();
    await crowd.nextRound();
    crowd.silence();
    const after = await world.lastSeen();
    const lowered = [...before].filter(([id, atMs]) => after.get(id)! < atMs).length;

    counted('E-20', {
      'goodbye worst ms': Math.max(...goodbyes.map(({ tookMs }) => tookMs)),
      'heartbeats lost': failed,
      'off events': observer.count('WENT_OFFLINE'),
      'announced after ms': offMs,
      'stored after its return ms': storedMs,
      'last-seen off by a second': off(after),
      lowered,
      line: 'swallowed by a TCP proxy',
    });
    expect(goodbyes.map(({ code }) => code)).toEqual(leavers.map(() => null));
    expect(off(after)).toBe(0);
    expect(failed).toBe(0);
    expect(onlineMeanwhile).toBe(VISITORS - LEAVERS - SILENT);
    expect([observer.doubled, lowered]).toEqual([0, 0]);
  });
});
