import type { Log } from '../log';
import { Outage } from '../outage';
import type { Alongside } from '../postgres/alongside';
import type { OnlineBeats } from '../realtime-session/online-beats';
import type { VisitorRef } from '../realtime-session/presence';
import type { VisitorEraser } from '../realtime-session/visitor-eraser';
import type { ForgottenVisitors } from '../visitors/forgotten-visitors';
import type { PersonHashes } from '../visitors/person-hashes';

export interface Forgetting extends VisitorRef {
  /** Whether the same person may come back, as somebody new. */
  readonly mayReturn: boolean;
  /** Erases the visitor only if they were not seen since then; and then no page of theirs is told to stop. */
  readonly unseenSince?: Date;
  readonly alongside?: Alongside<readonly string[]>;
}

/**
 * Erases visitors everywhere. PostgreSQL comes first and is the record of what is left to do: from its commit on the visitor
 * can neither be read nor written. Presence follows at once, or as soon as Redis is back.
 */
export class VisitorForgetter {
  private readonly outage: Outage;

  constructor(
    private readonly forgotten: ForgottenVisitors,
    private readonly eraser: VisitorEraser,
    private readonly beats: OnlineBeats,
    private readonly hashes: PersonHashes,
    log: Log,
  ) {
    this.outage = new Outage(log, 'forgetting');
  }

  /** False when there is no such visitor, or no more, or they were seen since. Rejects, and nothing was erased, when PostgreSQL is away. */
  async forget({ siteId, visitorId, mayReturn, unseenSince, alongside }: Forgetting): Promise<boolean> {
    const personHash = mayReturn
      ? undefined
      : (externalId: string, isVerified: boolean) => this.hashes.of(siteId, externalId, isVerified);
    const ids = await this.forgotten.erase({ siteId, visitorId, personHash, unseenSince, alongside });
    const hasLeft = await this.leavePresence(siteId, ids);
    if (unseenSince && hasLeft) await this.forgotten.dropNotesOf(siteId, ids);
    return ids.length > 0;
  }

  /**
   * Finishes, for the sites of a bucket, what Redis did not let us finish; and refuses again whom a wiped Redis would let in. Never
   * rejects: what fails is tried again by the next call.
   */
  async finish(bucket: number): Promise<void> {
    try {
      const sites = await this.beats.sitesOf(bucket);
      if (sites.length === 0) return;
      const lately = await this.forgotten.lately(sites, this.eraser.refusalMs);
      for (const siteId of new Set(lately.map((visitor) => visitor.siteId))) {
        const ofSite = lately.filter((visitor) => visitor.siteId === siteId);
        const unfinished = ofSite.filter(({ hasLeftPresence }) => !hasLeftPresence);
        const ids = ofSite.map(({ visitorId }) => visitorId);
        const open = [
          ...unfinished.map(({ visitorId }) => visitorId),
          ...(await this.eraser.unrefused(siteId, ids)),
        ];
        await this.leavePresence(siteId, [...new Set(open)]);
      }
      this.outage.worked();
    } catch (err) {
      this.outage.failed(err);
    }
  }

  private async leavePresence(siteId: string, visitorIds: readonly string[]): Promise<boolean> {
    if (visitorIds.length === 0) return false;
    try {
      for (const visitorId of visitorIds) await this.eraser.erase({ siteId, visitorId });
      await this.forgotten.noteLeftPresence(siteId, visitorIds);
      this.outage.worked();
      return true;
    } catch (err) {
      this.outage.failed(err);
      return false;
    }
  }
}
