import { Redis } from 'ioredis';
import type { TestNode } from './test-node';
import { whatIsStored } from './what-is-stored';

/** Every row of every table, and every entry of Redis with its score or value, a line each; of a quiet node. */
export async function everythingStored(node: TestNode): Promise<string[]> {
  const redis = new Redis(new URL(node.redis.url).pathname);
  try {
    const keys = await redis.keys('*');
    const entries = await Promise.all(keys.map(async (key) => linesOf(key, await entriesOf(redis, key))));
    return [...(await whatIsStored(node)), ...entries.flat()];
  } finally {
    redis.disconnect();
  }
}

const linesOf = (key: string, entries: readonly unknown[]) =>
  entries.map((entry) => `${key} ${JSON.stringify(entry)}`);

async function entriesOf(redis: Redis, key: string): Promise<unknown[]> {
  switch (await redis.type(key)) {
    case 'hash':
      return Object.entries(await redis.hgetall(key));
    case 'zset':
      return pairs(await redis.zrange(key, 0, -1, 'WITHSCORES'));
    case 'set':
      return redis.smembers(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'stream':
      return redis.xrange(key, '-', '+');
    default:
      return [await redis.get(key)];
  }
}

function pairs(flat: readonly string[]): [string, string][] {
  return flat.flatMap((member, i) => (i % 2 === 0 ? [[member, flat[i + 1]!] as [string, string]] : []));
}
