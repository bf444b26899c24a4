import type { PresenceUpdatesSubscription, VisitorCardFragment } from '../../generated/graphql';
import { asOfMs } from './as-of-ms';

export type PresenceUpdate = PresenceUpdatesSubscription['visitorPresenceChanged'];

/** Changes of one short while, coalesced: each visitor once, by the newest facts. */
export interface ChangeBatch {
  readonly visitors: readonly VisitorCardFragment[];
  /** Ids of visitors that were erased. */
  readonly forgotten: readonly string[];
  readonly onlineCount: number | null;
}

/** However fast the feed is, the page is written to at most once in this time. */
const FLUSH_EVERY_MS = 250;

/** Collects messages of the feed and hands them on in batches. */
export class ChangeBuffer {
  private readonly latest = new Map<string, VisitorCardFragment | null>();
  private onlineCount: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onBatch: (batch: ChangeBatch) => void) {}

  add(update: PresenceUpdate): void {
    for (const { visitorId, visitor } of update.changes) this.note(visitorId, visitor);
    this.onlineCount = update.onlineVisitorCount;
    this.timer ??= setTimeout(this.flush, FLUSH_EVERY_MS);
  }

  /** Whether something is about to be handed on. */
  isWaiting(): boolean {
    return this.timer !== undefined;
  }

  /** Forgets what was not handed on yet. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.latest.clear();
  }

  private note(visitorId: string, visitor: VisitorCardFragment | null): void {
    const known = this.latest.get(visitorId);
    const isOutdated = visitor !== null && known && asOfMs(known) > asOfMs(visitor);
    if (!isOutdated) this.latest.set(visitorId, visitor);
  }

  private readonly flush = (): void => {
    const told = [...this.latest];
    this.clear();
    this.onBatch({
      visitors: told.flatMap(([, visitor]) => (visitor === null ? [] : [visitor])),
      forgotten: told.flatMap(([id, visitor]) => (visitor === null ? [id] : [])),
      onlineCount: this.onlineCount,
    });
  };
}
