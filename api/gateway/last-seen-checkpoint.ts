import type { Log } from '../log';
import { Outage } from '../outage';
import type { OnlineBeats } from '../realtime-session/online-beats';
import type { RealtimeSessionService } from '../realtime-session/realtime-session.service';
import type { VisitorsService } from '../visitors/visitors.service';

/**
 * Stores, from time to time, until when those who are online were seen: if Redis is lost, their last-seen is off by no more
 * than the time between two checkpoints. Notes the number online of each site as well.
 */
export class LastSeenCheckpoint {
  private readonly outage: Outage;

  constructor(
    private readonly sessions: RealtimeSessionService,
    private readonly beats: OnlineBeats,
    private readonly visitors: VisitorsService,
    log: Log,
  ) {
    this.outage = new Outage(log, 'checkpoint');
  }

  /** Never rejects: what could not be stored is stored by the next one. */
  async make(bucket: number): Promise<void> {
    try {
      for (const siteId of await this.beats.sitesOf(bucket)) {
        // Whatever the index of what is due says: a site it lost would otherwise never be swept again.
        await this.sessions.sweepSite(siteId);
        await this.sessions.recordHistory(siteId);
        await this.storeSite(siteId);
      }
      this.outage.worked();
    } catch (err) {
      this.outage.failed(err);
    }
  }

  private async storeSite(siteId: string): Promise<void> {
    for (let cursor: string | null = '0'; cursor !== null;) {
      const page = await this.beats.read(siteId, cursor);
      await this.visitors.updateLastSeenAt(
        page.beats.map(({ visitorId, atMs }) => ({ siteId, visitorId, lastSeenAt: new Date(atMs) })),
      );
      cursor = page.next;
    }
  }
}
