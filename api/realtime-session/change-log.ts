import type { RedisClient } from '../redis/connect-redis';
import { siteKeys } from '../redis/keys';
import { within } from '../within';
import type { Position } from './presence';
import { unpackEvent, type SiteEvent } from './unpack-event';

/** The longest run of changes that is read by one command. */
export const CHANGES_PER_PAGE = 500;

/** A site on which nothing has ever changed stands there. */
export const BEGINNING: Position = { epoch: '', offset: 0 };

/** The numbered changes of sites as Redis holds them. Every read answers or rejects within the deadline. */
export class ChangeLog {
  constructor(
    private readonly redis: RedisClient,
    private readonly deadlineMs: number,
  ) {}

  /** Where the sites stand, in the order asked; all are asked at once. */
  positions(siteIds: readonly string[]): Promise<Position[]> {
    return this.inTime(Promise.all(siteIds.map((siteId) => this.askPosition(siteId))));
  }

  /**
   * Changes after a position, oldest first, at most a page; null when they are no longer held, or are damaged. Those of visitors
   * who were forgotten since are missing; that they were forgotten is not.
   */
  async after(siteId: string, after: Position): Promise<SiteEvent[] | null> {
    const range = (key: string) =>
      this.redis.xrange(key, `${after.offset + 1}-0`, '+', 'COUNT', CHANGES_PER_PAGE);
    const { position, events } = await this.read(siteId, range).catch(nothingWhenDamaged);
    // A position without an epoch was taken before the site's first change.
    if (after.epoch !== '' && position.epoch !== after.epoch) return null;
    if (position.offset <= after.offset) return position.offset === after.offset ? [] : null;
    const next = after.offset + 1;
    return events[0]?.position.offset === next || (await this.isHeldFrom(siteId, next)) ? events : null;
  }

  /** The oldest changes that are held, oldest first, at most a page. */
  async oldest(siteId: string): Promise<SiteEvent[]> {
    const read = (key: string) => this.redis.xrange(key, '-', '+', 'COUNT', CHANGES_PER_PAGE);
    return (await this.read(siteId, read)).events;
  }

  /**
   * Changes before a position, or the newest ones; newest first, at most a page. Null when the position is of another epoch.
   */
  async before(siteId: string, before: Position | undefined): Promise<SiteEvent[] | null> {
    if (before && before.offset <= 1) return [];
    const { position, events } = await this.read(siteId, (key) =>
      this.redis.xrevrange(key, before ? `${before.offset - 1}-0` : '+', '-', 'COUNT', CHANGES_PER_PAGE),
    );
    return before && before.epoch !== position.epoch ? null : events;
  }

  /** The change at a position; null when it is not held. */
  async at(siteId: string, { epoch, offset }: Position): Promise<SiteEvent | null> {
    const { position, events } = await this.read(siteId, (key) =>
      this.redis.xrange(key, `${offset}-0`, `${offset}-0`),
    );
    return position.epoch === epoch ? (events[0] ?? null) : null;
  }

  // Changes are given up oldest first: if one as old as that is held, what is missing behind it was erased.
  private async isHeldFrom(siteId: string, offset: number): Promise<boolean> {
    const first = this.redis.xrange(siteKeys(siteId).changes, '-', `${offset}-0`, 'COUNT', 1);
    return (await this.inTime(first)).length > 0;
  }

  private async read(siteId: string, range: (key: string) => Promise<[id: string, fields: string[]][]>) {
    // Asked in one breath on one connection, so that the numbers and the entries are of one epoch.
    const [position, entries] = await this.inTime(
      Promise.all([this.askPosition(siteId), range(siteKeys(siteId).changes)]),
    );
    const events = position.epoch
      ? entries.map(([id, fields]) =>
          unpackEvent(siteId, { epoch: position.epoch, offset: Number.parseInt(id, 10) }, fields[1]!),
        )
      : [];
    return { position, events };
  }

  private async askPosition(siteId: string): Promise<Position> {
    const [epoch, offset] = await this.redis.hmget(siteKeys(siteId).meta, 'epoch', 'offset');
    return epoch ? { epoch, offset: Number(offset ?? 0) } : BEGINNING;
  }

  private inTime<T>(answer: Promise<T>): Promise<T> {
    return within(this.deadlineMs, answer, 'Redis');
  }
}

// Reading a damaged entry again and again would hold up everything after it.
function nothingWhenDamaged(error: unknown): { position: Position; events: SiteEvent[] } {
  if (error instanceof SyntaxError) return { position: { epoch: 'damaged', offset: -1 }, events: [] };
  throw error;
}
