import { startRedisProcess } from '../testing/redis-process';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld } from './rig/fault-world';
import { Line, type Pair } from './rig/line';
import { singleRedis } from './rig/single-redis';
import { Widget } from './rig/widget';

const NOTICED_WITHIN_MS = 15_000;
const MISSED = 10;

describe('a subscription connection on which nothing arrives any more', () => {
  let world: FaultWorld;
  let line: Line;
  let subscription: Pair | undefined;
  const env = { PORCHLIGHT_SESSION_TTL_VISIBLE_MS: '60000', PORCHLIGHT_SESSION_TTL_HIDDEN_MS: '60000' };
  beforeAll(async () => {
    const server = await startRedisProcess();
    line = await Line.open({ port: server.port });
    line.onData = (pair, data) => {
      if (data.includes('porchlight-subscriber')) subscription = pair;
    };
    world = await FaultWorld.start({ redis: singleRedis(server, `redis://127.0.0.1:${line.port}`), env });
  });
  afterAll(async () => {
    await world.stop();
    line.close();
  });

  it('[P12] E-12: it is noticed, told by /readyz, made anew, and what was missed is told in order', async () => {
    const { home, siteKey } = world;
    const observer = await world.observe();
    await Widget.open(home.url, siteKey);
    await eventually('changes flow', 2_000, () => observer.seen.length === 1);

    const silenced = subscription!;
    silenced.isDead = true;
    for (let i = 0; i < MISSED; i++) await Widget.open(home.url, siteKey);
    let readyz = '';
    const noticedMs = await eventually('all that was missed is told', NOTICED_WITHIN_MS + 2_000, async () => {
      const answer = await (await fetch(`${home.url}/readyz`)).text();
      if (answer.includes('subscription')) readyz = answer;
      return observer.seen.length >= 1 + MISSED;
    });
    silenced.near.destroy();
    silenced.far.destroy();
    const online = await world.online();

    counted('E-12', {
      missed: MISSED,
      'told after ms': noticedMs,
      lost: 1 + MISSED - observer.seen.length,
      doubled: observer.doubled,
      'out of order': observer.outOfOrder,
      readyz,
      line: 'swallowed by a TCP proxy',
    });
    expect(subscription).not.toBe(silenced);
    expect(noticedMs).toBeLessThan(NOTICED_WITHIN_MS + 1_000);
    expect([observer.doubled, observer.outOfOrder, await observer.wrong(online)]).toEqual([0, 0, 0]);
  });
});
