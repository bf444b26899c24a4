import { tabKey } from '../redis/keys';
import type { RedisClient } from '../redis/connect-redis';
import { within } from '../within';

/** Longer than a widget waits before it sends its first identify again. */
const REMEMBERED_MS = 120_000;

/** Which visitor the first identify of a tab made, for when its answer was lost and it is sent again. */
export class FirstIdentifies {
  constructor(
    private readonly redis: RedisClient,
    private readonly deadlineMs: number,
  ) {}

  /** Null for a tab that was not heard lately. Rejects when Redis does not answer. */
  find(siteId: string, tabId: string): Promise<string | null> {
    return within(this.deadlineMs, this.redis.get(tabKey(siteId, tabId)), 'Redis');
  }

  async remember(siteId: string, tabId: string, visitorId: string): Promise<void> {
    const remembering = this.redis.set(tabKey(siteId, tabId), visitorId, 'PX', REMEMBERED_MS);
    await within(this.deadlineMs, remembering, 'Redis');
  }
}
