import type { Log } from '../log';
import { Outage } from '../outage';
import type { Alongside } from '../postgres/alongside';
import type { OnlineBeats } from '../realtime-session/online-beats';
import type { VisitorRef } from '../realtime-session/presence';
import type { VisitorEraser } from '../realtime-session/visitor-eraser';
import type { ForgottenVisitors } from '../visitors/forgotten-visitors';
import type { PersonHashes } from '../visitors/person-hashes';
import type { RefusedVisitors } from './refused-visitors';

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
    private readonly refused: RefusedVisitors,
    log: Log,
  ) {
    this.outage = new Outage(log, 'forgetting');
  }

  /**
   * Null when there is no such visitor, or no more, or they were seen since. `isComplete` is false while Redis is away and holds
   * their presence still. Rejects, and nothing was erased, when PostgreSQL is away.
   */
  async forget({
    siteId,
    visitorId,
    mayReturn,
    unseenSince,
    alongside,
  }: Forgetting): Promise<{ isComplete: boolean } | null> {
    const personHash = mayReturn
      ? undefined
      : (externalId: string, isVerified: boolean) => this.hashes.of(siteId, externalId, isVerified);
    const ids = await this.forgotten.erase({ siteId, visitorId, personHash, unseenSince, alongside });
    if (ids.length === 0) return null;
    if (!unseenSince) for (const id of ids) this.refused.add(id, Date.now());
    const isComplete = await this.leavePresence(siteId, ids);
    if (unseenSince && isComplete) await this.forgotten.dropNotesOf(siteId, ids);
    return { isComplete };
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
