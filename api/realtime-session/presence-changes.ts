import type { Log } from '../log';
import type { RedisClient } from '../redis/connect-redis';
import { siteKeys } from '../redis/keys';
import type { Change, ChangeKind, ChangeReason, Position, ResyncNotice } from './presence';
import { unpackPage } from './unpack-visit';

export type SiteEvent = Change | ResyncNotice;

/** What a follower is told. `onGap`: changes were missed that cannot be fetched; everybody must read again. */
export interface Follower {
  onEvent(event: SiteEvent): void;
  onGap(position: Position | null): void;
}

interface PackedChange {
  k: ChangeKind | 'RESYNC';
  v: string;
  r: ChangeReason;
  t: number;
  n: number;
  p?: [string, string, string, number];
}

interface Feed {
  readonly siteId: string;
  readonly followers: Set<Follower>;
  last: Position;
  /** Settles when the feed is live; work on the feed is chained to it, so that it happens in order. */
  work: Promise<void>;
}

const MOST_MISSED = 10_000;
const BEGINNING: Position = { epoch: '', offset: 0 };

/**
 * The numbered changes of sites, from Redis, for this node. The channel gives speed, the stream gives truth: a gap in the
 * numbers is filled from the stream before anything newer is delivered.
 */
export class PresenceChanges {
  private readonly feeds = new Map<string, Feed>();

  constructor(
    private readonly commands: RedisClient,
    private readonly subscriber: RedisClient,
    private readonly log: Log,
  ) {
    subscriber.on('message', (channel: string, message: string) => this.receive(channel, message));
    subscriber.on('ready', () => this.catchUpAll());
  }

  /**
   * Follows a site until the returned function is called. Resolves when nothing after the returned position can be missed;
   * rejects when Redis is away.
   */
  async follow(siteId: string, follower: Follower): Promise<{ position: Position; unfollow: () => void }> {
    const { channel } = siteKeys(siteId);
    let feed = this.feeds.get(channel);
    if (!feed) {
      feed = { siteId, followers: new Set(), last: BEGINNING, work: Promise.resolve() };
      this.feeds.set(channel, feed);
      const opened = feed;
      opened.work = this.open(opened, channel);
    }
    const unfollow = () => this.unfollow(channel, feed, follower);
    feed.followers.add(follower);
    try {
      await feed.work;
    } catch (err) {
      unfollow();
      this.feeds.delete(channel);
      throw err;
    }
    return { position: feed.last, unfollow };
  }

  /** Changes after a position, oldest first; null when they are no longer held. Rejects when Redis cannot be read. */
  async readAfter(siteId: string, after: Position): Promise<SiteEvent[] | null> {
    const { changes, meta } = siteKeys(siteId);
    const [epoch, offset] = await this.commands.hmget(meta, 'epoch', 'offset');
    // A position without an epoch was taken before the site's first change.
    const isBeginning = after.epoch === '';
    if (!epoch) return isBeginning ? [] : null;
    if ((!isBeginning && epoch !== after.epoch) || Number(offset) < after.offset) return null;
    if (Number(offset) === after.offset) return [];
    const entries = await this.commands.xrange(changes, `${after.offset + 1}-0`, '+', 'COUNT', MOST_MISSED);
    const events = entries.map(([id, fields]) =>
      unpackEvent(siteId, epoch, Number.parseInt(id, 10), fields[1]!),
    );
    return events[0]?.position.offset === after.offset + 1 ? events : null;
  }

  /** The change at a position; null when it is not held. */
  async readOne(siteId: string, { epoch, offset }: Position): Promise<Change | null> {
    const { changes, meta } = siteKeys(siteId);
    if ((await this.commands.hget(meta, 'epoch')) !== epoch) return null;
    const [entry] = await this.commands.xrange(changes, `${offset}-0`, `${offset}-0`);
    const event = entry ? unpackEvent(siteId, epoch, offset, entry[1][1]!) : null;
    return event && event.kind !== 'RESYNC' ? event : null;
  }

  /** Followers of this node, of all sites. */
  get followerCount(): number {
    return [...this.feeds.values()].reduce((sum, feed) => sum + feed.followers.size, 0);
  }

  private async open(feed: Feed, channel: string): Promise<void> {
    await this.subscriber.subscribe(channel);
    // Read after the subscription stands: what comes later is either in this position or delivered by the channel.
    feed.last = await this.readPosition(feed.siteId);
  }

  private async readPosition(siteId: string): Promise<Position> {
    const [epoch, offset] = await this.commands.hmget(siteKeys(siteId).meta, 'epoch', 'offset');
    return { epoch: epoch ?? '', offset: Number(offset ?? 0) };
  }

  private unfollow(channel: string, feed: Feed, follower: Follower): void {
    feed.followers.delete(follower);
    if (feed.followers.size > 0 || this.feeds.get(channel) !== feed) return;
    this.feeds.delete(channel);
    this.subscriber
      .unsubscribe(channel)
      .catch((err: unknown) => this.log.debug({ err }, 'unsubscribe_failed'));
  }

  private receive(channel: string, message: string): void {
    const feed = this.feeds.get(channel);
    if (!feed) return;
    const [epoch = '', offset = ''] = message.split(':', 2);
    const packed = message.slice(epoch.length + offset.length + 2);
    const event = unpackEvent(feed.siteId, epoch, Number(offset), packed);
    feed.work = feed.work.then(() => this.deliver(feed, event)).catch((err: unknown) => this.lose(feed, err));
  }

  private async deliver(feed: Feed, event: SiteEvent): Promise<void> {
    const { last } = feed;
    const { epoch, offset } = event.position;
    if (last.epoch === epoch && offset <= last.offset) return;
    const isNext = offset === last.offset + 1 && (last.epoch === epoch || last.epoch === '');
    if (isNext) this.hand(feed, event);
    else await this.catchUp(feed);
  }

  private hand(feed: Feed, event: SiteEvent): void {
    feed.last = event.position;
    for (const follower of feed.followers) follower.onEvent(event);
  }

  private async catchUp(feed: Feed): Promise<void> {
    const missed = await this.readAfter(feed.siteId, feed.last);
    if (missed) {
      for (const event of missed) this.hand(feed, event);
      return;
    }
    feed.last = await this.readPosition(feed.siteId);
    for (const follower of feed.followers) follower.onGap(feed.last);
  }

  // After a reconnect the channel is subscribed again, but what was published meanwhile is only in the stream.
  private catchUpAll(): void {
    for (const [channel, feed] of this.feeds) {
      feed.work = feed.work
        .then(() => this.subscriber.subscribe(channel))
        .then(() => this.catchUp(feed))
        .catch((err: unknown) => this.lose(feed, err));
    }
  }

  private lose(feed: Feed, err: unknown): void {
    this.log.warn({ err, siteId: feed.siteId }, 'changes_unreadable');
    for (const follower of feed.followers) follower.onGap(null);
  }
}

function unpackEvent(siteId: string, epoch: string, offset: number, packed: string): SiteEvent {
  const { k, v, r, t, n, p } = JSON.parse(packed) as PackedChange;
  const position = { epoch, offset };
  if (k === 'RESYNC') return { siteId, position, kind: k };
  return {
    siteId,
    position,
    kind: k,
    visitorId: v,
    reason: r,
    page: p ? unpackPage(p) : null,
    occurredAtMs: t,
    onlineVisitorCount: n,
  };
}
