import type { Redis } from 'ioredis';
import type { Log } from '../log';
import type { RedisClient } from './connect-redis';

/** Warns once, at the start, of a Redis that drops keys of its own accord when memory runs short: presence would vanish. */
export async function warnAboutEviction(redis: RedisClient, log: Log): Promise<void> {
  // Managed servers may forbid the question; then nobody can be warned.
  const [, policy] = (await (redis as Redis).config('GET', 'maxmemory-policy').catch(() => [])) as string[];
  if (policy === undefined || policy === 'noeviction') return;
  log.warn({ policy, wanted: 'noeviction' }, 'redis_may_evict_presence');
}
