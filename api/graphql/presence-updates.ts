import type { Change, ChangeKind, Position } from '../realtime-session/presence';
import type { Follower, PresenceChanges, SiteEvent } from '../realtime-session/presence-changes';

/** What one subscriber is told at a time. */
export interface UpdateDraft {
  readonly siteId: string;
  readonly position: Position;
  readonly resyncRequired: boolean;
  readonly changes: readonly Change[];
  /** As of the last change; null when there was none, so that it has to be asked for. */
  readonly onlineVisitorCount: number | null;
}

export interface PresenceUpdatesOptions {
  readonly changes: PresenceChanges;
  readonly siteId: string;
  /** Undefined for all of the site. */
  readonly visitorIds: ReadonlySet<string> | undefined;
  readonly after: Position | undefined;
  /** Changes of one such window go out together, the last one of each visitor. */
  readonly coalescingMs: number;
}

/** More visitors than this waiting for a slow subscriber: reading again is cheaper than telling them all. */
const MOST_PENDING = 1_000;

/**
 * The updates of one subscriber, as an iterator that is asked for one at a time. The first comes at once: what was missed
 * since `after`, or nothing. `return` ends it at once and leaves nothing behind.
 */
export class PresenceUpdates implements AsyncIterableIterator<UpdateDraft>, Follower {
  private position: Position = { epoch: '', offset: 0 };
  private resyncRequired = false;
  private readonly pending = new Map<string, Change>();
  private count: number | null = null;
  private isDue = false;
  private timer: NodeJS.Timeout | undefined;
  private waiter: ((result: IteratorResult<UpdateDraft, undefined>) => void) | undefined;
  private isDone = false;
  private unfollow: () => void = () => undefined;

  private constructor(private readonly options: PresenceUpdatesOptions) {}

  /** Rejects when the presence store is away. */
  static async open(options: PresenceUpdatesOptions): Promise<PresenceUpdates> {
    const updates = new PresenceUpdates(options);
    await updates.start();
    return updates;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<UpdateDraft, undefined>> {
    if (this.isDone) return Promise.resolve({ done: true, value: undefined });
    if (this.isDue) return Promise.resolve({ done: false, value: this.take() });
    return new Promise((resolve) => (this.waiter = resolve));
  }

  return(): Promise<IteratorResult<UpdateDraft, undefined>> {
    this.isDone = true;
    clearTimeout(this.timer);
    this.unfollow();
    this.waiter?.({ done: true, value: undefined });
    this.waiter = undefined;
    return Promise.resolve({ done: true, value: undefined });
  }

  onEvent(event: SiteEvent): void {
    if (!isAfter(event.position, this.position)) return;
    this.position = event.position;
    if (event.kind === 'RESYNC') this.resync();
    else this.add(event);
    if (this.resyncRequired || this.pending.size > 0) this.schedule();
  }

  onGap(position: Position | null): void {
    if (position) this.position = position;
    this.resync();
    this.schedule();
  }

  private async start(): Promise<void> {
    const { changes, siteId, after } = this.options;
    const early: SiteEvent[] = [];
    // What arrives while the past is read must come after it.
    const follower: Follower = {
      onEvent: (event) => early.push(event),
      onGap: (position) => this.onGap(position),
    };
    const { position, unfollow } = await changes.follow(siteId, {
      onEvent: (event) => follower.onEvent(event),
      onGap: (gap) => follower.onGap(gap),
    });
    this.unfollow = unfollow;
    try {
      const missed = after ? await changes.readAfter(siteId, after) : [];
      this.position = after && missed ? after : position;
      if (!missed) this.resync();
      for (const event of missed ?? []) this.onEvent(event);
    } catch (error) {
      unfollow();
      throw error;
    }
    if (isAfter(position, this.position)) this.position = position;
    for (const event of early) this.onEvent(event);
    follower.onEvent = (event) => this.onEvent(event);
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isDue = true;
  }

  private add(change: Change): void {
    const { visitorIds } = this.options;
    this.count = change.onlineVisitorCount;
    if (visitorIds && !visitorIds.has(change.visitorId)) return;
    const before = this.pending.get(change.visitorId);
    this.pending.set(
      change.visitorId,
      before ? { ...change, kind: mergedKind(before.kind, change.kind) } : change,
    );
    if (this.pending.size <= MOST_PENDING) return;
    this.resync();
  }

  private resync(): void {
    this.pending.clear();
    this.resyncRequired = true;
    this.count = null;
  }

  private schedule(): void {
    if (this.isDone || this.isDue) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.isDue = true;
      const { waiter } = this;
      this.waiter = undefined;
      waiter?.({ done: false, value: this.take() });
    }, this.options.coalescingMs);
  }

  private take(): UpdateDraft {
    const draft: UpdateDraft = {
      siteId: this.options.siteId,
      position: this.position,
      resyncRequired: this.resyncRequired,
      // Whoever reads everything again learns nothing from single changes.
      changes: this.resyncRequired ? [] : [...this.pending.values()],
      onlineVisitorCount: this.count,
    };
    this.pending.clear();
    this.resyncRequired = false;
    this.count = null;
    this.isDue = false;
    return draft;
  }
}

// Who came and moved on within one window has come: the arrival must not be lost behind the page.
function mergedKind(before: ChangeKind, now: ChangeKind): ChangeKind {
  return before === 'CAME_ONLINE' && now === 'PAGE_CHANGED' ? before : now;
}

function isAfter(a: Position, b: Position): boolean {
  return a.epoch !== b.epoch ? a.epoch !== '' : a.offset > b.offset;
}
