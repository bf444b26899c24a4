import type { RedisClient } from '../redis/connect-redis';

export interface DumpOptions {
  /** Last words of keys to leave out. */
  readonly without?: readonly string[];
}

/** Every key and everything in it, as text to search in. */
export async function dumpRedis(redis: RedisClient, { without = [] }: DumpOptions = {}): Promise<string> {
  const keys = await redis.keys('*');
  const wanted = keys.filter((key) => !without.includes(key.split(':').at(-1)!));
  const parts = await Promise.all(wanted.map(async (key) => [key, await read(redis, key)]));
  return JSON.stringify(parts);
}

async function read(redis: RedisClient, key: string): Promise<unknown> {
  const kind = await redis.type(key);
  if (kind === 'hash') return redis.hgetall(key);
  if (kind === 'zset') return redis.zrange(key, 0, -1);
  if (kind === 'set') return redis.smembers(key);
  if (kind === 'stream') return redis.xrange(key, '-', '+');
  if (kind === 'string') return redis.get(key);
  if (kind === 'none') return null; // it has just ended
  throw new Error(`Nothing knows how to read a ${kind}: ${key}`);
}
