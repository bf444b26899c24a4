import { Cluster } from 'ioredis';
import { siteKeyPattern, siteKeys } from '../redis/keys';
import type { RedisClient } from '../redis/connect-redis';
import { within } from '../within';

const PATIENCE_MS = 2_000;
const KEYS_PER_SCAN = 1_000;

/** Takes whole sites out of Redis. Rejects when Redis does not answer; then try again, for every step may be repeated. */
export class SiteEraser {
  constructor(
    private readonly redis: RedisClient,
    /** Longest life of a visitor token, ms: for so long nobody of an erased site may come back. */
    private readonly tokenLifeMs: number,
  ) {}

  /** Removes every key of the site. Until the last of its tokens has expired its tabs are told that their session ended. */
  async erase(siteId: string): Promise<void> {
    const { due, sites, meta, sweep: _sweep, ends: _ends, channel: _channel, ...own } = siteKeys(siteId);
    const marked = this.redis
      .multi()
      .del(meta, ...Object.values(own))
      .hset(meta, 'erased', '1')
      .pexpire(meta, this.tokenLifeMs)
      .zrem(due, siteId)
      .srem(sites, siteId)
      .exec();
    await within(PATIENCE_MS, marked, 'Redis');
    for (const node of this.redis instanceof Cluster ? this.redis.nodes('master') : [this.redis]) {
      const scan = node.scanStream({ match: siteKeyPattern(siteId), count: KEYS_PER_SCAN });
      for await (const keys of scan as AsyncIterable<string[]>) {
        // One by one: in a cluster a command may name keys of one slot only.
        await Promise.all(keys.filter((key) => key !== meta).map((key) => node.unlink(key)));
      }
    }
  }

  /** Lets visitors in again, of a site whose erasure was given up. */
  async restore(siteId: string): Promise<void> {
    await this.redis.hdel(siteKeys(siteId).meta, 'erased');
  }
}
