import type { Log } from '../log';
import { Outage } from '../outage';
import type { RedisClient } from '../redis/connect-redis';
import { siteKeys } from '../redis/keys';
import { within } from '../within';
import { BEGINNING, ChangeLog, CHANGES_PER_PAGE } from './change-log';
import type { Change, Position } from './presence';
import { SubscriptionProbe, type ProbeTimings } from './subscription-probe';
import { unpackEvent, type SiteEvent } from './unpack-event';

export type { SiteEvent } from './unpack-event';

/** What a follower is told. `onGap`: changes were missed that cannot be fetched; everybody must read again. */
export interface Follower {
  onEvent(event: SiteEvent): void;
  onGap(position: Position): void;
}

export interface PresenceChangesTimings extends ProbeTimings {
  /** Every read of Redis answers or fails within this. */
  readonly deadlineMs: number;
  /** How often the followed sites are compared with the store. */
  readonly checkEveryMs: number;
  /** How long a site is followed after its last follower has left. */
  readonly lingerMs: number;
  /** How soon what could not be read is tried again. */
  readonly retryMs: number;
}

interface Feed {
  readonly siteId: string;
  readonly channel: string;
  readonly followers: Set<Follower>;
  last: Position;
  /** Settles when the feed is live; rejects when it cannot be. */
  opened: Promise<void>;
  /** Work on the feed is chained to it, so that it happens in order. Never rejects. */
  work: Promise<void>;
  linger?: NodeJS.Timeout;
  retry?: NodeJS.Timeout;
}

const TIMINGS: PresenceChangesTimings = {
  deadlineMs: 1_000,
  probeEveryMs: 10_000,
  probeAnswerMs: 5_000,
  checkEveryMs: 30_000,
  lingerMs: 30_000,
  retryMs: 500,
};

/**
 * The numbered changes of sites, from Redis, for this node. The channel gives speed, the stream gives truth: a gap in the
 * numbers is filled from the stream before anything newer is delivered, and what the channel keeps silent about is found
 * by comparing positions.
 */
export class PresenceChanges {
  private readonly feeds = new Map<string, Feed>();
  private readonly log: ChangeLog;
  private readonly probe: SubscriptionProbe;
  private readonly outage: Outage;
  private readonly timings: PresenceChangesTimings;
  private check: NodeJS.Timeout | undefined;

  constructor(
    commands: RedisClient,
    private readonly subscriber: RedisClient,
    private readonly nodeLog: Log,
    timings: Partial<PresenceChangesTimings> = {},
  ) {
    this.timings = { ...TIMINGS, ...timings };
    this.log = new ChangeLog(commands, this.timings.deadlineMs);
    this.probe = new SubscriptionProbe(commands, subscriber, this.timings, nodeLog);
    this.outage = new Outage(nodeLog, 'changes');
    subscriber.on('message', (channel: string, message: string) => this.receive(channel, message));
    subscriber.on('ready', () => this.resubscribe());
  }

  /** Begins to watch over the subscription; nothing is watched before. */
  start(): void {
    this.probe.start();
    this.check ??= setInterval(() => void this.comparePositions(), this.timings.checkEveryMs).unref();
  }

  /** Lets go of everything that runs by itself. */
  stop(): void {
    this.probe.stop();
    clearInterval(this.check);
    for (const feed of [...this.feeds.values()]) this.close(feed);
  }

  /** False while what Redis publishes does not reach this node, as far as it has been noticed. */
  get isHearing(): boolean {
    return this.probe.isHeard;
  }

  /** Followers of this node, of all sites. */
  get followerCount(): number {
    return [...this.feeds.values()].reduce((sum, feed) => sum + feed.followers.size, 0);
  }

  /**
   * Follows a site until the returned function is called. Resolves when nothing after the returned position can be missed;
   * rejects when Redis is away.
   */
  async follow(siteId: string, follower: Follower): Promise<{ position: Position; unfollow: () => void }> {
    const feed = this.feeds.get(siteKeys(siteId).channel) ?? this.open(siteId);
    clearTimeout(feed.linger);
    feed.followers.add(follower);
    const unfollow = () => this.unfollow(feed, follower);
    try {
      await feed.opened;
    } catch (err) {
      unfollow();
      throw err;
    }
    return { position: feed.last, unfollow };
  }

  /** Changes after a position, oldest first; null when they are no longer held. Rejects when Redis cannot be read. */
  async readAfter(siteId: string, after: Position): Promise<SiteEvent[] | null> {
    const all: SiteEvent[] = [];
    for (let from = after; ; from = all.at(-1)!.position) {
      const page = await this.log.after(siteId, from);
      if (!page) return null;
      all.push(...page);
      if (page.length < CHANGES_PER_PAGE) return all;
    }
  }

  /** A page of changes after a position, oldest first, or of the oldest ones held; null when they are no longer held. */
  async pageAfter(siteId: string, after: Position | undefined): Promise<SiteEvent[] | null> {
    return after ? this.log.after(siteId, after) : this.log.oldest(siteId);
  }

  /** A page of changes before a position, or of the newest ones; newest first. Null when the position is of another epoch. */
  async pageBefore(siteId: string, before: Position | undefined): Promise<SiteEvent[] | null> {
    return this.log.before(siteId, before);
  }

  /** Where a site stands. Rejects when Redis cannot be read. */
  async readPosition(siteId: string): Promise<Position> {
    return (await this.log.positions([siteId]))[0] ?? BEGINNING;
  }

  /** The change at a position; null when it is not held. Rejects when Redis cannot be read. */
  async readOne(siteId: string, position: Position): Promise<Change | null> {
    const event = await this.log.at(siteId, position);
    return event && event.kind !== 'RESYNC' ? event : null;
  }

  private open(siteId: string): Feed {
    const { channel } = siteKeys(siteId);
    const nothing = Promise.resolve();
    const feed: Feed = {
      siteId,
      channel,
      followers: new Set(),
      last: BEGINNING,
      opened: nothing,
      work: nothing,
    };
    this.feeds.set(channel, feed);
    feed.opened = this.begin(feed);
    feed.work = feed.opened.catch(() => this.close(feed));
    return feed;
  }

  private async begin(feed: Feed): Promise<void> {
    await this.subscribe(feed);
    // Read after the subscription stands: what comes later is either in this position or delivered by the channel.
    feed.last = await this.readPosition(feed.siteId);
  }

  private async subscribe({ channel }: Feed): Promise<void> {
    await within(this.timings.deadlineMs, this.subscriber.subscribe(channel), 'The subscription');
  }

  private unfollow(feed: Feed, follower: Follower): void {
    feed.followers.delete(follower);
    if (feed.followers.size > 0 || !this.isOpen(feed)) return;
    clearTimeout(feed.linger);
    feed.linger = setTimeout(() => this.close(feed), this.timings.lingerMs).unref();
  }

  private isOpen(feed: Feed): boolean {
    return this.feeds.get(feed.channel) === feed;
  }

  private close(feed: Feed): void {
    clearTimeout(feed.linger);
    clearTimeout(feed.retry);
    if (!this.isOpen(feed)) return;
    this.feeds.delete(feed.channel);
    this.subscriber
      .unsubscribe(feed.channel)
      .catch((err: unknown) => this.nodeLog.debug({ err }, 'unsubscribe_failed'));
  }

  private receive(channel: string, message: string): void {
    const feed = this.feeds.get(channel);
    if (!feed) return;
    this.queue(feed, () => {
      const [epoch = '', offset = ''] = message.split(':', 2);
      const packed = message.slice(epoch.length + offset.length + 2);
      return this.deliver(feed, unpackEvent(feed.siteId, { epoch, offset: Number(offset) }, packed));
    });
  }

  private queue(feed: Feed, task: () => Promise<void> | void): void {
    feed.work = feed.work
      .then(() => (this.isOpen(feed) ? task() : undefined))
      .catch((err: unknown) => this.retryLater(feed, err));
  }

  // What could not be read is still in the stream: nothing is lost yet, so nobody is told.
  private retryLater(feed: Feed, err: unknown): void {
    this.outage.failed(err);
    clearTimeout(feed.retry);
    const again = () => this.queue(feed, () => this.catchUp(feed));
    if (this.isOpen(feed)) feed.retry = setTimeout(again, this.timings.retryMs).unref();
  }

  private deliver(feed: Feed, event: SiteEvent): Promise<void> | void {
    const { last } = feed;
    const { epoch, offset } = event.position;
    if (last.epoch === epoch && offset <= last.offset) return;
    const isNext = offset === last.offset + 1 && (last.epoch === epoch || last.epoch === '');
    if (!isNext) return this.catchUp(feed);
    this.hand(feed, event);
  }

  private hand(feed: Feed, event: SiteEvent): void {
    feed.last = event.position;
    for (const follower of feed.followers) follower.onEvent(event);
  }

  private async catchUp(feed: Feed): Promise<void> {
    let page: SiteEvent[] | null;
    do {
      page = await this.log.after(feed.siteId, feed.last);
      for (const event of page ?? []) this.hand(feed, event);
    } while (page?.length === CHANGES_PER_PAGE);
    if (!page) {
      feed.last = await this.readPosition(feed.siteId);
      for (const follower of feed.followers) follower.onGap(feed.last);
    }
    this.outage.worked();
  }

  // After a reconnect the channel is subscribed again, but what was published meanwhile is only in the stream.
  private resubscribe(): void {
    for (const feed of this.feeds.values()) {
      this.queue(feed, async () => {
        await this.subscribe(feed);
        await this.catchUp(feed);
      });
    }
  }

  private async comparePositions(): Promise<void> {
    const feeds = [...this.feeds.values()];
    const stored = await this.log.positions(feeds.map(({ siteId }) => siteId)).catch(() => []);
    feeds.forEach((feed, i) => {
      const { last } = feed;
      const position = stored[i];
      if (!position || (position.epoch === last.epoch && position.offset <= last.offset)) return;
      this.queue(feed, () => this.catchUp(feed));
    });
  }
}
