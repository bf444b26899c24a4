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

/** However fast the feed is, the page is written to at most once in this time: three times a second, the ticking seconds leave room. */
const REST_MS = 300;

/** Hands messages of the feed on: at once after a calm while, collected in batches when they come fast. */
export class ChangeBuffer {
  private readonly latest = new Map<string, VisitorCardFragment | null>();
  private onlineCount: number | null = null;
  private hasNews = false;
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onBatch: (batch: ChangeBatch) => void) {}

  add(update: PresenceUpdate): void {
    for (const { visitorId, visitor } of update.changes) this.note(visitorId, visitor);
    this.onlineCount = update.onlineVisitorCount;
    this.hasNews = true;
    if (this.resting === undefined) this.flush();
  }

  /** Whether something is about to be handed on. */
  isWaiting(): boolean {
    return this.hasNews;
  }

  /** Forgets what was not handed on yet. */
  clear(): void {
    clearTimeout(this.resting);
    this.resting = undefined;
    this.hasNews = false;
    this.latest.clear();
  }

  private note(visitorId: string, visitor: VisitorCardFragment | null): void {
    const known = this.latest.get(visitorId);
    const isOutdated = visitor !== null && known && asOfMs(known) > asOfMs(visitor);
    if (!isOutdated) this.latest.set(visitorId, visitor);
  }

  private readonly rested = (): void => {
    this.resting = undefined;
    if (this.hasNews) this.flush();
  };

  private flush(): void {
    const told = [...this.latest];
    this.clear();
    this.resting = setTimeout(this.rested, REST_MS);
    this.onBatch({
      visitors: told.flatMap(([, visitor]) => (visitor === null ? [] : [visitor])),
      forgotten: told.flatMap(([id, visitor]) => (visitor === null ? [id] : [])),
      onlineCount: this.onlineCount,
    });
  }
}
