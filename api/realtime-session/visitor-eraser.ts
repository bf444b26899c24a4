import type { RedisClient } from '../redis/connect-redis';
import { bucketKeys, bucketOf, siteKeys } from '../redis/keys';
import { within } from '../within';
import type { VisitorRef } from './presence';
import type { PresenceScripts } from './presence-scripts';

const PATIENCE_MS = 2_000;
const PER_READ = 500;

/** Takes single visitors out of Redis. Rejects when Redis does not answer; then try again, for every step may be repeated. */
export class VisitorEraser {
  constructor(
    private readonly scripts: PresenceScripts,
    private readonly redis: RedisClient,
    /** For so long calls in the name of an erased visitor are refused: the longest life of a visitor token, ms. */
    readonly refusalMs: number,
  ) {}

  /**
   * Removes the visitor, and every change and end that tells of them; announces that they were forgotten. A follower whose
   * cursor stands before the oldest change that is left is told to read again; any other one misses nothing else.
   */
  async erase({ siteId, visitorId }: VisitorRef): Promise<void> {
    // First: what is written from now on is not written in their name.
    await this.scripts.runSite('forget', siteId, [visitorId, this.refusalMs]);
    await this.removeEntries(
      siteKeys(siteId).changes,
      ([, packed = '{}']) => isAbout(packed, visitorId) && !packed.includes('"k":"FORGOTTEN"'),
    );
    await this.removeEntries(bucketKeys(bucketOf(siteId)).ends, (fields) => fields.includes(visitorId));
  }

  /** Those of the visitors whom Redis would let in again, because it was wiped since. One command. */
  async unrefused(siteId: string, visitorIds: readonly string[]): Promise<string[]> {
    if (visitorIds.length === 0) return [];
    const scores = await within(
      PATIENCE_MS,
      this.redis.zmscore(siteKeys(siteId).forgotten, ...visitorIds),
      'Redis',
    );
    return visitorIds.filter((_, i) => scores[i] == null);
  }

  private async removeEntries(stream: string, isTheirs: (fields: string[]) => boolean): Promise<void> {
    for (let from = '-'; ;) {
      const entries = await within(
        PATIENCE_MS,
        this.redis.xrange(stream, from, '+', 'COUNT', PER_READ),
        'Redis',
      );
      const ids = entries.filter(([, fields]) => isTheirs(fields)).map(([id]) => id);
      if (ids.length > 0) await within(PATIENCE_MS, this.redis.xdel(stream, ...ids), 'Redis');
      if (entries.length < PER_READ) return;
      from = `(${entries.at(-1)![0]}`;
    }
  }
}

function isAbout(packed: string, visitorId: string): boolean {
  return packed.includes(`"v":"${visitorId}"`);
}
