import type { Log } from '../log';
import { Outage } from '../outage';
import type { EndsOfPresence } from '../realtime-session/ends-of-presence';
import type { VisitorsService } from '../visitors/visitors.service';

/**
 * Carries ends of presence from Redis to PostgreSQL. An end is removed only after it was stored, so a crash in between stores
 * it twice, which changes nothing: last-seen never moves back. While PostgreSQL is away the ends wait.
 */
export class LastSeenWriter {
  private readonly outage: Outage;

  constructor(
    private readonly ends: EndsOfPresence,
    private readonly visitors: VisitorsService,
    log: Log,
  ) {
    this.outage = new Outage(log, 'last_seen_writer');
  }

  /** Stores what waits in the bucket, oldest first. Resolves also when PostgreSQL is away: the next call tries again. */
  async drain(bucket: number): Promise<void> {
    try {
      for (;;) {
        const { ids, ends } = await this.ends.read(bucket);
        if (ids.length === 0) break;
        await this.visitors.updateLastSeenAt(
          ends.map(({ siteId, visitorId, lastSeenAtMs, recentPages }) => ({
            siteId,
            visitorId,
            lastSeenAt: new Date(lastSeenAtMs),
            recentPages,
          })),
        );
        await this.ends.remove(bucket, ids);
      }
      this.outage.worked();
    } catch (err) {
      this.outage.failed(err);
    }
  }
}
