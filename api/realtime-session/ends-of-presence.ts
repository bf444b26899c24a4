import type { RedisClient } from '../redis/connect-redis';
import { bucketKeys } from '../redis/keys';
import type { VisitorRef } from './presence';

export interface EndOfPresence extends VisitorRef {
  readonly lastSeenAtMs: number;
  /** Pages of the visit, as JSON; undefined when it told none. */
  readonly recentPages: string | undefined;
}

const MOST_PER_READ = 500;

/** Ends of presence that wait in Redis until their last-seen time is stored. They are read again until they are removed. */
export class EndsOfPresence {
  constructor(private readonly redis: RedisClient) {}

  /** The oldest ones of a bucket, with the ids to {@link remove} them by. */
  async read(bucket: number): Promise<{ ids: string[]; ends: EndOfPresence[] }> {
    const entries = await this.redis.xrange(bucketKeys(bucket).ends, '-', '+', 'COUNT', MOST_PER_READ);
    return {
      ids: entries.map(([id]) => id),
      ends: entries.map(([, [, siteId, , visitorId, , lastSeenAtMs, , pages]]) => ({
        siteId: siteId!,
        visitorId: visitorId!,
        lastSeenAtMs: Number(lastSeenAtMs),
        recentPages: pages || undefined,
      })),
    };
  }

  async remove(bucket: number, ids: readonly string[]): Promise<void> {
    await this.redis.xdel(bucketKeys(bucket).ends, ...ids);
  }
}
