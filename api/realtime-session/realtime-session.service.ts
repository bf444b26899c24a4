import type { Log } from '../log';
import { isLive, type Page, type Presence, type ReadDepth, type VisitorRef } from './presence';
import type { PresenceScripts, PresenceTimings } from './presence-scripts';
import type { RosterSlice, SliceQuery } from './roster-slice';
import { unpackSlice } from './unpack-slice';
import { unpackPages, unpackVisit } from './unpack-visit';

/** A tab says that it is there. Texts are cleaned and capped by the caller. */
export interface Touch extends VisitorRef {
  readonly tabId: string;
  /** Grows with each call of the tab; null from callers that cannot reorder. */
  readonly seq: number | null;
  /** Null leaves the tab as it is. */
  readonly isVisible: boolean | null;
  readonly operation: 'IDENTIFIED' | 'HEARTBEAT_RESUMED' | 'NAVIGATED';
  readonly page: Page | null;
  /** True when the visitor was told apart or named anew, so that whoever follows has to look again. */
  readonly isProfileChanged?: boolean;
}

export interface Leave extends VisitorRef {
  readonly tabId: string;
  readonly seq: number | null;
  /** How long the goodbye waits before it is announced, ms. */
  readonly graceMs: number;
}

/** ENDED: the tab said goodbye before. IGNORED: a newer call of the tab came first. FORGOTTEN: the visitor was erased. */
export type TouchStatus = 'DONE' | 'ENDED' | 'IGNORED' | 'FORGOTTEN';

const STATUSES: readonly (TouchStatus | undefined)[] = ['DONE', 'ENDED', 'IGNORED', undefined, 'FORGOTTEN'];
/** More would hold Redis too long in one command. */
const MOST_IDS_PER_READ = 1_000;
const MOST_ROSTER = 10_000;
/** Looking at one costs a microsecond or less. */
const MOST_LOOKED_AT = 5_000;
const NOBODY: SliceQuery = {
  isForward: true,
  limit: 0,
  depth: 'state',
  online: 'NOWHERE',
  lapsed: 'NOWHERE',
  left: 'NOWHERE',
  candidateIds: [],
};
const MOST_SITES_PER_SWEEP = 100;
/** A script holds Redis while it runs; this many take about a millisecond. */
const MOST_VISITORS_PER_SWEEP = 200;

/** Who is online, held in Redis as deadlines. Writing methods reject when Redis does not answer; reading ones never do. */
export class RealtimeSessionService {
  constructor(
    private readonly scripts: PresenceScripts,
    private readonly timings: PresenceTimings,
    private readonly log: Log,
  ) {}

  /** Our estimate of Redis's clock, Unix ms. */
  nowMs(): number {
    return this.scripts.nowMs();
  }

  /** As {@link nowMs}; null when Redis said nothing lately that it could rest on. */
  knownNowMs(): number | null {
    return this.scripts.knownNowMs();
  }

  /** True while any of the visitor's sessions is live. False also when Redis cannot say. */
  async isVisitorOnline(visitor: VisitorRef): Promise<boolean> {
    const [isOnline] = await this.getManyVisitorOnlineStatus([visitor]);
    return isOnline === true;
  }

  /** One answer for each visitor, in the order asked; false for just those that Redis cannot answer. One command a site. */
  async getManyVisitorOnlineStatus(visitors: readonly VisitorRef[]): Promise<boolean[]> {
    const presences = await this.getManyPresence(visitors);
    return presences.map(({ state }) => state === 'ONLINE');
  }

  /** As {@link getManyVisitorOnlineStatus}, and tells "offline" from "could not look". */
  async getManyPresence(visitors: readonly VisitorRef[], depth: ReadDepth = 'state'): Promise<Presence[]> {
    const answers = new Array<Presence>(visitors.length);
    await Promise.all(
      groupBySite(visitors).map(async ({ siteId, indexes }) => {
        const ids = indexes.map((index) => visitors[index]!.visitorId);
        const presences = await this.readSite(siteId, ids, depth);
        indexes.forEach((index, i) => (answers[index] = presences[i]!));
      }),
    );
    return answers;
  }

  /** Opens, keeps or moves a session; any of the three brings a visitor online. */
  async touch(touch: Touch) {
    const { siteId, visitorId, tabId, seq, isVisible, operation, page } = touch;
    const reply = await this.scripts.runSite('touch', siteId, [
      visitorId,
      tabId,
      seq ?? '',
      isVisible === null ? '' : isVisible ? '1' : '0',
      this.timings.sessionTtlVisibleMs,
      operation,
      page?.url ?? '',
      page?.title ?? '',
      page?.referrer ?? '',
      touch.isProfileChanged ? '1' : '0',
    ]);
    return {
      status: statusOf(reply),
      nowMs: reply[1]!,
      cameOnline: reply[2] === 1,
      pageSinceMs: reply[3] || null,
    };
  }

  /** Ends one session. A goodbye that overtakes its identify wins. */
  async leave({ siteId, visitorId, tabId, seq, graceMs }: Leave) {
    const reply = await this.scripts.runSite('leave', siteId, [visitorId, tabId, seq ?? '', graceMs]);
    return {
      status: statusOf(reply),
      nowMs: reply[1]!,
      wasLast: reply[2] === 1,
      isStillOnline: reply[3] === 1,
      /** False when this goodbye repeats an earlier one, or was overtaken. */
      isFirst: reply[4] === 1,
    };
  }

  /** Tells whoever follows an online visitor to look again; nobody follows one who is offline. */
  async retell({ siteId, visitorId }: VisitorRef): Promise<void> {
    await this.scripts.runSite('retell', siteId, [visitorId]);
  }

  /**
   * Ends what is over in a bucket of sites: silence and goodbyes, each announced once. Tells how many ends of presence
   * wait to be stored, and whether it is this caller's turn to store how the bucket stands. Safe to run on every node at once.
   */
  async sweepBucket(bucket: number): Promise<{ endsWaiting: number; isCheckpointDue: boolean }> {
    const { endsWaiting, isCheckpointDue, siteIds } = await this.scripts.tick(bucket, MOST_SITES_PER_SWEEP);
    const swept = await Promise.all(siteIds.map((siteId) => this.sweepSite(siteId)));
    return { endsWaiting: swept.reduce((sum, announced) => sum + announced, endsWaiting), isCheckpointDue };
  }

  /** Notes how many of the site are online in this minute. */
  async recordHistory(siteId: string): Promise<void> {
    await this.scripts.recordHistory(siteId);
  }

  /** Ends what is over on one site, due or not. Resolves to the number of visitors announced offline. */
  async sweepSite(siteId: string): Promise<number> {
    const args = [MOST_VISITORS_PER_SWEEP, this.timings.sessionTtlVisibleMs];
    const [announced = 0, hasMore] = await this.scripts.runSite('sweep', siteId, args);
    return hasMore === 1 ? announced + (await this.sweepSite(siteId)) : announced;
  }

  /** The site's position in its changes and how many are online; null when Redis cannot say. */
  async getPosition(siteId: string) {
    return this.getRosterSlice(siteId, NOBODY);
  }

  /** The position and everybody online, newest first (at most {@link MOST_ROSTER}); null when Redis cannot say. */
  async getRoster(siteId: string) {
    const slice = await this.getRosterSlice(siteId, { ...NOBODY, limit: MOST_ROSTER, online: 'END' });
    if (!slice) return null;
    const online = slice.online.visitors.map(({ visitorId, score }) => ({ visitorId, sinceMs: score }));
    return { ...slice, online };
  }

  /** A piece of who is, and was lately, on the site. One command, however many there are; null when Redis cannot say. */
  async getRosterSlice(siteId: string, query: SliceQuery): Promise<RosterSlice | null> {
    try {
      const packed = await this.scripts.roster(siteId, query, Math.max(MOST_LOOKED_AT, query.limit));
      return unpackSlice(packed, query.depth, (read) => this.unpack(read));
    } catch (err) {
      this.log.debug({ err, siteId }, 'roster_unreadable');
      return null;
    }
  }

  private async readSite(siteId: string, ids: readonly string[], depth: ReadDepth): Promise<Presence[]> {
    const chunks = [];
    for (let i = 0; i < ids.length; i += MOST_IDS_PER_READ) chunks.push(ids.slice(i, i + MOST_IDS_PER_READ));
    const answers = await Promise.all(chunks.map((chunk) => this.readPresence(siteId, chunk, depth)));
    return answers.flat();
  }

  /** The only place where a Redis failure becomes "offline". The time is Redis's own. */
  private async readPresence(siteId: string, ids: readonly string[], depth: ReadDepth): Promise<Presence[]> {
    try {
      const { nowMs, isUncertain, deadlines, visits, pages } = await this.scripts.read(siteId, ids, depth);
      return ids.map((_, i): Presence => {
        const deadlineMs = deadlines[i] ?? null;
        const known = { asOfMs: nowMs, depth, pages: this.unpack(() => unpackPages(pages[i] ?? '')) };
        if (!isLive(deadlineMs, nowMs)) {
          const state = deadlineMs !== null && isUncertain ? 'UNKNOWN' : 'OFFLINE';
          return { ...known, state, sinceMs: null, sessions: [] };
        }
        const visit = this.unpack(() => unpackVisit(visits[i] ?? '', nowMs));
        return {
          ...known,
          state: 'ONLINE',
          sinceMs: visit?.sinceMs ?? null,
          sessions: visit?.sessions ?? null,
        };
      });
    } catch (err) {
      this.log.debug({ err, siteId, visitors: ids.length }, 'presence_unreadable');
      const asOfMs = this.nowMs();
      return ids.map((): Presence => ({
        state: 'UNKNOWN',
        asOfMs,
        depth,
        sinceMs: null,
        sessions: null,
        pages: null,
      }));
    }
  }

  private unpack<T>(read: () => T): T | null {
    try {
      return read();
    } catch (err) {
      this.log.warn({ err }, 'presence_entry_unreadable');
      return null;
    }
  }
}

function statusOf(reply: readonly number[]): TouchStatus {
  const status = STATUSES[reply[0]!];
  if (!status) throw new Error('Redis refused the call: it had waited for too long');
  return status;
}

function groupBySite(visitors: readonly VisitorRef[]) {
  const indexesBySite = new Map<string, number[]>();
  visitors.forEach(({ siteId }, index) => {
    const indexes = indexesBySite.get(siteId);
    if (indexes) indexes.push(index);
    else indexesBySite.set(siteId, [index]);
  });
  return [...indexesBySite].map(([siteId, indexes]) => ({ siteId, indexes }));
}
