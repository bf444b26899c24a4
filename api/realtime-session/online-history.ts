import type { RedisClient } from '../redis/connect-redis';
import { siteKeys } from '../redis/keys';

export interface OnlinePoint {
  readonly atMs: number;
  readonly online: number;
}

const MINUTE_MS = 60_000;

/** How many were online on a site, minute by minute, over the last day. */
export class OnlineHistory {
  constructor(private readonly redis: RedisClient) {}

  /** Points of the last so many minutes, oldest first; a minute that nobody noted is left out. Rejects when Redis is away. */
  async read(siteId: string, minutes: number, nowMs: number): Promise<OnlinePoint[]> {
    const from = Math.floor(nowMs / MINUTE_MS) - minutes + 1;
    const entries = await this.redis.zrangebyscore(siteKeys(siteId).history, from, '+inf');
    return entries.map((entry) => {
      const [minute, online] = entry.split(':').map(Number);
      return { atMs: minute! * MINUTE_MS, online: online! };
    });
  }
}
