import type { DataSource } from 'typeorm';
import type { Log } from '../log';
import { Outage } from '../outage';
import type { RealtimeSessionService } from '../realtime-session/realtime-session.service';
import { underTryLock } from '../postgres/under-try-lock';
import type { SitesService } from '../sites/sites.service';
import type { ForgottenVisitors } from '../visitors/forgotten-visitors';
import type { VisitorForgetter } from './visitor-forgetter';

export const RETENTION_EVERY_MS = 3_600_000;
const DAY_MS = 24 * 3_600_000;
const PER_BATCH = 100;
/** The note that an id may not come back outlives every token that names it. */
const NOTES_KEPT_MS = 3 * DAY_MS;

/** Erases, on every site, visitors whom nobody has seen for longer than the site keeps them. One node at a time. */
export class Retention {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private isStopped = false;
  private readonly outage: Outage;

  constructor(
    private readonly dataSource: DataSource,
    private readonly sites: SitesService,
    private readonly forgotten: ForgottenVisitors,
    private readonly forgetter: VisitorForgetter,
    private readonly sessions: RealtimeSessionService,
    private readonly log: Log,
  ) {
    this.outage = new Outage(log, 'retention');
  }

  /** Begins to look once an hour. */
  start(): void {
    // Spread, so that nodes started together take turns.
    const waitMs = RETENTION_EVERY_MS * (0.8 + Math.random() * 0.4);
    this.timer = setTimeout(() => {
      this.running = this.run(new Date()).finally(() => {
        if (!this.isStopped) this.start();
      });
    }, waitMs).unref();
  }

  /** Ends it; resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /**
   * One round over all sites, as at that time. Resolves to the number of visitors erased; 0 at once while another node is at it.
   * Never rejects: what was not erased is found again by the next round.
   */
  async run(now: Date): Promise<number> {
    let erased = 0;
    try {
      await underTryLock(this.dataSource, 'retention', async () => {
        for (const site of await this.sites.listAll()) {
          const before = new Date(now.getTime() - site.retentionDays * DAY_MS);
          const ofSite = await this.keepSite(site.id, before);
          if (ofSite > 0)
            this.log.info({ siteId: site.id, visitors: ofSite, before }, 'visitors_no_longer_kept');
          erased += ofSite;
          await this.forgotten.dropNotes(site.id, NOTES_KEPT_MS);
        }
      });
      this.outage.worked();
    } catch (err) {
      this.outage.failed(err);
    }
    return erased;
  }

  private async keepSite(siteId: string, before: Date): Promise<number> {
    let erased = 0;
    while (!this.isStopped) {
      const ids = await this.forgotten.unseenSince(siteId, before, PER_BATCH);
      const presences = await this.sessions.getManyPresence(ids.map((visitorId) => ({ siteId, visitorId })));
      // Whoever may be there now is not gone, whatever was stored last.
      const gone = ids.filter((_, i) => presences[i]!.state === 'OFFLINE');
      for (const visitorId of gone) {
        const overdue = { siteId, visitorId, mayReturn: true, unseenSince: before };
        if (await this.forgetter.forget(overdue)) erased += 1;
      }
      if (ids.length < PER_BATCH || gone.length === 0) break;
    }
    return erased;
  }
}
