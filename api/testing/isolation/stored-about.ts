import { Redis } from 'ioredis';
import type { TestNode } from '../test-node';
import type { Tenant } from './tenant';
import { whatIsStored } from '../what-is-stored';

/**
 * Every row, and every entry of Redis with its score or value, that is about the tenant: that has an id of theirs in it, or a word
 * of theirs and nothing of the other tenant, who may well use the same words. For a quiet node only.
 */
export async function storedAbout(
  { ids, word, site }: Tenant,
  other: Tenant,
  node: TestNode,
): Promise<string[]> {
  const redis = new Redis(new URL(node.redis.url).pathname);
  try {
    const keys = await redis.keys('*');
    const entries = await Promise.all(keys.map(async (key) => linesOf(key, await entriesOf(redis, key))));
    const lines = [...(await whatIsStored(node)), ...entries.flat()];
    const isTheirs = (line: string) =>
      [...ids, site.key].some((id) => line.includes(id)) ||
      (line.includes(word) && !line.includes(other.site.id));
    return lines.filter(isTheirs).sort();
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
