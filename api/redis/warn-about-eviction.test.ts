import type { Redis } from 'ioredis';
import { createLog } from '../log';
import { startTestRedis } from '../testing/test-redis';
import { connectRedis } from './connect-redis';
import { warnAboutEviction } from './warn-about-eviction';

it('a Redis that may evict is warned about, one that may not is not', async () => {
  const server = await startTestRedis();
  const events: string[] = [];
  const log = createLog('warn', {
    write: (line) => events.push((JSON.parse(line) as { event: string }).event),
  });
  const redis = connectRedis({ url: server.url, name: 'test', log }) as Redis;
  await new Promise((resolve) => redis.once('ready', resolve));

  await warnAboutEviction(redis, log);
  expect(events).toEqual([]);
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
  await warnAboutEviction(redis, log);

  expect(events).toEqual(['redis_may_evict_presence']);
  redis.disconnect();
  await server.stop();
});
