import type { RedisClient } from '../redis/connect-redis';
import { bucketKeys, siteKeys } from '../redis/keys';
import { lastBeatOf } from './unpack-visit';

export interface Beat {
  readonly visitorId: string;
  /** When the visitor was last heard, Unix ms. */
  readonly atMs: number;
}

const PER_PAGE = 500;

/** When those who are online were last heard, read in small pieces, so that nobody else has to wait. */
export class OnlineBeats {
  constructor(private readonly redis: RedisClient) {}

  /** Ids of the sites of a bucket that ever had a visitor. */
  sitesOf(bucket: number): Promise<string[]> {
    return this.redis.smembers(bucketKeys(bucket).sites);
  }

  /** A piece of a site, and where the next one begins; null at the end. A visitor may be told twice. */
  async read(siteId: string, cursor: string): Promise<{ beats: Beat[]; next: string | null }> {
    const [next, fields] = await this.redis.hscan(siteKeys(siteId).sessions, cursor, 'COUNT', PER_PAGE);
    const beats: Beat[] = [];
    for (let i = 0; i + 1 < fields.length; i += 2) {
      const atMs = lastBeatOf(fields[i + 1]!);
      if (atMs !== null) beats.push({ visitorId: fields[i]!, atMs });
    }
    return { beats, next: next === '0' ? null : next };
  }
}
