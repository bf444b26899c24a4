import DataLoader from 'dataloader';
import type { Presence, VisitorRef } from '../realtime-session/presence';
import type { RealtimeSessionService } from '../realtime-session/realtime-session.service';
import type { Site } from '../sites/site.entity';
import type { SitesService } from '../sites/sites.service';
import type { Visitor } from '../visitors/visitor.entity';
import type { VisitorsService } from '../visitors/visitors.service';

export interface LoaderSources {
  readonly sessions: RealtimeSessionService;
  readonly visitors: VisitorsService;
  readonly sites: SitesService;
}

const refKey = ({ siteId, visitorId }: VisitorRef) => `${siteId} ${visitorId}`;

/** Reads of one operation, each kind in as few round trips as there are moments of need. Never shared between callers. */
export class Loaders {
  // What any field of this moment wants is read for all of them, so that a page costs one command.
  private wantsSessions = false;

  private readonly presence: DataLoader<VisitorRef, Presence, string>;
  private readonly withSessions: DataLoader<VisitorRef, Presence, string>;
  private readonly visitors: DataLoader<VisitorRef, Visitor | null, string>;
  private readonly sites: DataLoader<string, Site | null>;

  constructor({ sessions, visitors, sites }: LoaderSources) {
    const byRef = { cacheKeyFn: refKey };
    this.presence = new DataLoader(
      (refs) => sessions.getManyPresence(refs, { withSessions: this.wantsSessions }),
      byRef,
    );
    this.withSessions = new DataLoader(
      (refs) => sessions.getManyPresence(refs, { withSessions: true }),
      byRef,
    );
    this.visitors = new DataLoader((refs) => readVisitors(visitors, refs), byRef);
    this.sites = new DataLoader((ids) => Promise.all(ids.map((id) => sites.findById(id))));
  }

  /** Never rejects; UNKNOWN when the store cannot say. */
  async loadPresence(visitor: VisitorRef): Promise<Presence> {
    return this.presence.load(visitor);
  }

  /** As {@link loadPresence}, with the live sessions. Never rejects. */
  async loadPresenceWithSessions(visitor: VisitorRef): Promise<Presence> {
    this.wantsSessions = true;
    const presence = await this.presence.load(visitor);
    if (presence.sessions || presence.state === 'UNKNOWN') return presence;
    // It was read before, for a list or a field that did not need the sessions.
    return this.withSessions.load(visitor);
  }

  /** What a list already knows about its visitors need not be read again. */
  primePresence(visitor: VisitorRef, presence: Presence): void {
    this.presence.prime(visitor, presence);
  }

  async loadVisitor(visitor: VisitorRef): Promise<Visitor | null> {
    return this.visitors.load(visitor);
  }

  async loadSite(siteId: string): Promise<Site | null> {
    return this.sites.load(siteId);
  }
}

async function readVisitors(
  service: VisitorsService,
  refs: readonly VisitorRef[],
): Promise<(Visitor | null)[]> {
  const siteIds = [...new Set(refs.map(({ siteId }) => siteId))];
  const visitors = await service.getMany(
    siteIds,
    refs.map(({ visitorId }) => visitorId),
  );
  return visitors.map((visitor, i) => (visitor?.siteId === refs[i]!.siteId ? visitor : null));
}
