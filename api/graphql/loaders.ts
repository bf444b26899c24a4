import DataLoader from 'dataloader';
import { READ_DEPTHS, type Presence, type ReadDepth, type VisitorRef } from '../realtime-session/presence';
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
  private wanted: ReadDepth = 'state';

  private readonly presence: DataLoader<VisitorRef, Presence, string>;
  private readonly presenceAt: Readonly<Record<ReadDepth, DataLoader<VisitorRef, Presence, string>>>;
  private readonly visitors: DataLoader<VisitorRef, Visitor | null, string>;
  private readonly sites: DataLoader<string, Site | null>;

  constructor({ sessions, visitors, sites }: LoaderSources) {
    const byRef = { cacheKeyFn: refKey };
    this.presence = new DataLoader((refs) => sessions.getManyPresence(refs, this.wanted), byRef);
    const presenceAt = (depth: ReadDepth) =>
      new DataLoader<VisitorRef, Presence, string>((refs) => sessions.getManyPresence(refs, depth), byRef);
    this.presenceAt = {
      state: presenceAt('state'),
      sessions: presenceAt('sessions'),
      pages: presenceAt('pages'),
    };
    this.visitors = new DataLoader((refs) => readVisitors(visitors, refs), byRef);
    this.sites = new DataLoader((ids) => Promise.all(ids.map((id) => sites.findById(id))));
  }

  /** As much as asked for, or more. Never rejects; UNKNOWN when the store cannot say. */
  async loadPresence(visitor: VisitorRef, depth: ReadDepth = 'state'): Promise<Presence> {
    if (!covers(this.wanted, depth)) this.wanted = depth;
    const presence = await this.presence.load(visitor);
    if (presence.state === 'UNKNOWN' || covers(presence.depth, depth)) return presence;
    // It was read before, for a list or a field that needed less.
    return this.presenceAt[depth].load(visitor);
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

function covers(read: ReadDepth, wanted: ReadDepth): boolean {
  return READ_DEPTHS.indexOf(read) >= READ_DEPTHS.indexOf(wanted);
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
