import { startTestSentinel, type TestSentinel } from '../testing/test-sentinel';
import { Crowd } from './rig/crowd';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld, SHORT } from './rig/fault-world';
import { Line } from './rig/line';
import { Widget } from './rig/widget';
import { passing } from './rig/passing';

const VISITORS = 60;
const OBSERVERS = 10;
const LAG_MS = 500;
const LOST_TAIL = 10;

describe('a master that dies under Sentinel', () => {
  let world: FaultWorld;
  let sentinel: TestSentinel;
  let line: Line;
  // As in life, the time between two heartbeats and the failover together are shorter than a session lives.
  const env = { PORCHLIGHT_SESSION_TTL_VISIBLE_MS: '8000', PORCHLIGHT_SESSION_TTL_HIDDEN_MS: '9000' };
  beforeAll(async () => {
    sentinel = await startTestSentinel({
      masterAt: async (port) => {
        line = await Line.open({ port });
        // Only the replica asks for a copy of everything.
        line.onData = (pair, data) => {
          if (data.includes('PSYNC')) pair.delayMs = LAG_MS;
        };
        return line.port;
      },
    });
    world = await FaultWorld.start({ redis: sentinel, env });
  });
  afterAll(async () => {
    await world.stop();
    line.close();
  });

  it('[P12] E-09: no number is used twice for different changes, screens end up right, and nobody is announced by mistake', async () => {
    const { home, siteKey } = world;
    const crowd = new Crowd({ url: () => home.url, siteKey, heartbeatMs: SHORT.heartbeatMs });
    await crowd.grow(VISITORS);
    const observers = await Promise.all(Array.from({ length: OBSERVERS }, () => world.observe()));
    await passing(2 * LAG_MS);

    // These changes are told, but the replica has not heard of them when the master dies.
    const late = await Promise.all(Array.from({ length: LOST_TAIL }, () => Widget.open(home.url, siteKey)));
    await eventually('the tail has been told', LAG_MS / 2, () =>
      observers.every((observer) => observer.count('CAME_ONLINE') >= LOST_TAIL),
    );
    const before = (await world.snapshot())!;
    await sentinel.kill();
    line.cut();
    // Right after the failover the same numbers are due again, for others.
    const downMs = await eventually('presence can be written again', 15_000, async () => {
      await Widget.open(home.url, siteKey);
      return (await world.online()).size > 0;
    });
    const news = await Promise.all(
      Array.from({ length: 2 * LOST_TAIL }, () => Widget.open(home.url, siteKey)),
    );
    const after = (await world.snapshot())!;
    const beating = setInterval(
      () => news.forEach((w) => void w.beat(home.url).catch(() => undefined)),
      1_000,
    );
    await passing(11_000);
    const online = await world.online();
    const wrong = await Promise.all(observers.map((observer) => observer.wrong(online)));
    clearInterval(beating);
    crowd.silence();

    const reused = observers.map(({ seen }) => {
      const byPosition = new Map<string, Set<string>>();
      for (const { epoch, offset, visitorId, kind } of seen) {
        const key = `${epoch}:${offset}`;
        byPosition.set(key, (byPosition.get(key) ?? new Set()).add(`${visitorId} ${kind}`));
      }
      return [...byPosition.values()].filter((contents) => contents.size > 1).length;
    });
    const stayers = new Set(crowd.widgets.map(({ visitorId }) => visitorId));
    const mistaken = (await world.announcedOff()).filter(({ visitorId }) => stayers.has(visitorId)).length;
    counted('E-09', {
      'written again after ms': downMs,
      'tail of': late.length,
      'position before': before.position.offset,
      'position after': after.position.offset,
      'same epoch': String(before.position.epoch === after.position.epoch),
      'numbers reused': Math.max(...reused),
      resyncs: observers.map(({ resyncs }) => resyncs).join('/'),
      mistaken,
      'wrong on screens': wrong.reduce((sum, n) => sum + n, 0),
      line: 'replication delayed in a TCP proxy',
    });
    expect(reused).toEqual(observers.map(() => 0));
    expect(mistaken).toBe(0);
    expect(wrong).toEqual(observers.map(() => 0));
  });
});
