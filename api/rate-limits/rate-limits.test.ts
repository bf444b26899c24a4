import { createLog } from '../log';
import { LIMITS } from '../limits';
import { connectRedis, type RedisClient } from '../redis/connect-redis';
import { startTestRedis, type TestRedis } from '../testing/test-redis';
import { RateLimits } from './rate-limits';

/** So slowly that nothing comes back while a test runs, except when it moves the clock. */
const SLOW = 0.001;
const SECOND_PER_POINT_MS = 1_000 / SLOW;
const limits = { ...LIMITS, apiKeyLimit: 5, apiKeyRestorePerSecond: SLOW };

describe('how much a caller may use', () => {
  let redis: TestRedis;
  let client: RedisClient;
  let offsetMs: number;
  let holder = 0;

  beforeAll(async () => {
    redis = await startTestRedis();
    client = connectRedis({ url: redis.url, name: 'test', log: createLog('silent') });
    await new Promise((resolve) => client.once('ready', resolve));
  });
  beforeEach(() => {
    offsetMs = 0;
    holder += 1;
  });
  afterAll(async () => {
    client.disconnect();
    await redis.stop();
  });

  const newLimits = (patienceMs: number) =>
    new RateLimits({ redis: client, limits, patienceMs, clockOffsetMs: () => offsetMs });
  const take = (from: RateLimits, points = 1) => from.take('apiKey', String(holder), points);

  describe.each([
    ['as all nodes count it', 60_000],
    ['as one node counts it while Redis does not answer', 20],
  ])('%s', (_name, patienceMs) => {
    const isShared = patienceMs > 20;
    let own: RateLimits;

    beforeEach(() => {
      own = newLimits(patienceMs);
      if (!isShared) redis.freeze();
    });
    afterEach(() => {
      if (!isShared) redis.thaw();
    });

    it('[X-20] a full bucket can be used at once, and then the wait that is told is enough', async () => {
      const used = [await take(own, 3), await take(own, 2)];
      const refused = await take(own);
      offsetMs += refused.waitMs;
      const after = [await take(own), await take(own)];

      expect(used).toEqual([
        { remaining: 2, waitMs: 0 },
        { remaining: 0, waitMs: 0 },
      ]);
      expect(refused.waitMs).toBeGreaterThan(0);
      expect(refused.waitMs).toBeLessThanOrEqual(SECOND_PER_POINT_MS);
      expect(after.map(({ waitMs }) => waitMs > 0)).toEqual([false, true]);
    });

    it('[X-20] what is too dear leaves what there is to cheaper calls', async () => {
      await take(own, 3);
      const dear = await take(own, 4);

      expect(dear.waitMs).toBeGreaterThan(SECOND_PER_POINT_MS);
      expect(await take(own, 2)).toEqual({ remaining: 0, waitMs: 0 });
    });

    it('[X-20] it never holds more than its limit, and a call that costs more takes all of it', async () => {
      await take(own);
      offsetMs += 100 * SECOND_PER_POINT_MS;

      expect(await take(own, 500)).toEqual({ remaining: 0, waitMs: 0 });
      expect((await take(own)).waitMs).toBeGreaterThan(0);
    });

    it('[X-20] a clock that is set back makes nobody wait longer than for a full bucket', async () => {
      offsetMs = 10_000_000;
      await take(own, 5);
      offsetMs = 0;

      expect((await take(own, 5)).waitMs).toBeLessThanOrEqual(5 * SECOND_PER_POINT_MS);
    });
  });

  it('[X-20] nodes count together', async () => {
    const nodes = [newLimits(60_000), newLimits(60_000)] as const;

    await take(nodes[0], 3);

    expect(await take(nodes[1], 2)).toEqual({ remaining: 0, waitMs: 0 });
    expect((await take(nodes[0])).waitMs).toBeGreaterThan(0);
  });

  it('[X-20] whoever was refused is refused again without asking Redis', async () => {
    const node = newLimits(60_000);
    await take(node, 5);
    const { waitMs } = await take(node, 2);
    await client.flushall();

    expect(node.knownWaitMs('apiKey', String(holder), 2)).toBeGreaterThan(0);
    expect((await take(node, 2)).waitMs).toBeGreaterThan(0);
    offsetMs += waitMs;
    expect(await take(node, 2)).toEqual({ remaining: 3, waitMs: 0 });
  });

  it('[X-20] what was used is forgotten in Redis once all of it is back', async () => {
    await client.flushall();
    await take(newLimits(60_000), 5);

    const [key = ''] = await client.keys('*');
    expect(key).toMatch(/^pl:rate:apiKey:[\w-]{22}$/);
    expect(await client.pttl(key)).toBeGreaterThan(4 * SECOND_PER_POINT_MS);
    expect(await client.pttl(key)).toBeLessThanOrEqual(5 * SECOND_PER_POINT_MS + 1);
  });
});
