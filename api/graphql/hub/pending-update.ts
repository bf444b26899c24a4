import type { Change, ChangeKind, Position } from '../../realtime-session/presence';
import type { SiteEvent } from '../../realtime-session/presence-changes';
import { isAfter } from './is-after';
import type { UpdateDraft } from './update-draft';

/** More visitors than this waiting to be told of: reading again is cheaper than telling them all. */
const MOST_PENDING = 1_000;

/**
 * The next update in the making: from everything that happened since the last one, the latest of each visitor.
 *
 * Who came and went meanwhile is told as gone, not left out: they have a new last-seen time, and perhaps were never heard
 * of before. Who came and moved on is told as come, with the page they are on now.
 */
export class PendingUpdate {
  private readonly changes = new Map<string, Change>();
  private resyncRequired = false;
  private count: number | null = null;

  constructor(
    private readonly siteId: string,
    /** Undefined for all of the site. */
    private readonly visitorIds: ReadonlySet<string> | undefined,
    private standsAt: Position,
  ) {}

  /** Everything up to here is in this update or an earlier one. */
  get position(): Position {
    return this.standsAt;
  }

  get isEmpty(): boolean {
    return !this.resyncRequired && this.changes.size === 0;
  }

  /** Adds what happened next; what is not later than {@link position} is known already. */
  add(event: SiteEvent): void {
    if (!isAfter(event.position, this.standsAt)) return;
    this.standsAt = event.position;
    if (event.kind === 'RESYNC') return this.resync();
    this.count = event.onlineVisitorCount;
    if (this.visitorIds && !this.visitorIds.has(event.visitorId)) return;
    const before = this.changes.get(event.visitorId);
    this.changes.set(
      event.visitorId,
      before ? { ...event, kind: mergedKind(before.kind, event.kind) } : event,
    );
    if (this.changes.size > MOST_PENDING) this.resync();
  }

  /** What happened up to that position cannot be told one by one. */
  gap(position: Position): void {
    this.standsAt = position;
    this.resync();
  }

  /** The update as it is; the next one begins where it ends. */
  take(): UpdateDraft {
    const draft: UpdateDraft = {
      siteId: this.siteId,
      position: this.standsAt,
      resyncRequired: this.resyncRequired,
      // Whoever reads everything again learns nothing from single changes.
      changes: this.resyncRequired ? [] : [...this.changes.values()],
      onlineVisitorCount: this.count,
    };
    this.changes.clear();
    this.resyncRequired = false;
    this.count = null;
    return draft;
  }

  private resync(): void {
    this.changes.clear();
    this.resyncRequired = true;
    this.count = null;
  }
}

// The arrival must not be lost behind the page.
function mergedKind(before: ChangeKind, now: ChangeKind): ChangeKind {
  return before === 'CAME_ONLINE' && now === 'PAGE_CHANGED' ? before : now;
}
