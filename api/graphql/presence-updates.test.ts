import type { Change, ChangeKind, Position } from '../realtime-session/presence';
import type { Follower, PresenceChanges, SiteEvent } from '../realtime-session/presence-changes';
import { PresenceUpdates } from './presence-updates';

const WINDOW_MS = 100;

/** The changes of one site as they come from Redis, under the test's control. */
class Feed {
  follower: Follower | null = null;
  position: Position = { epoch: 'a', offset: 0 };
  /** What is still held; null when what was asked for is not. */
  held: SiteEvent[] | null = [];
  /** Runs while the past is being read. */
  whileReading: () => void = () => undefined;

  readonly changes = {
    follow: (_siteId: string, follower: Follower) => {
      this.follower = follower;
      return Promise.resolve({ position: this.position, unfollow: () => (this.follower = null) });
    },
    readAfter: () => {
      this.whileReading();
      return Promise.resolve(this.held);
    },
  } as unknown as PresenceChanges;

  say(visitorId: string, kind: ChangeKind, offset: number, epoch = 'a'): Change {
    const change: Change = {
      siteId: 'site',
      position: { epoch, offset },
      kind,
      visitorId,
      reason: 'IDENTIFIED',
      page: null,
      occurredAtMs: 0,
      onlineVisitorCount: offset,
    };
    this.follower?.onEvent(change);
    return change;
  }
}

describe('the updates of one subscriber', () => {
  let feed: Feed;

  beforeEach(() => {
    jest.useFakeTimers();
    feed = new Feed();
  });
  afterEach(() => jest.useRealTimers());

  const open = (options: { after?: Position; visitorIds?: string[] } = {}) =>
    PresenceUpdates.open({
      changes: feed.changes,
      siteId: 'site',
      visitorIds: options.visitorIds && new Set(options.visitorIds),
      after: options.after,
      coalescingMs: WINDOW_MS,
    });
  /** The next update, when the window has passed. */
  const next = async (updates: PresenceUpdates) => {
    const promise = updates.next();
    jest.advanceTimersByTime(WINDOW_MS);
    const { value } = await promise;
    return value && { ...value, changes: value.changes.map(({ visitorId, kind }) => `${visitorId} ${kind}`) };
  };

  it('begin at once, with nothing for whoever begins anew', async () => {
    feed.position = { epoch: 'a', offset: 7 };
    const updates = await open();

    const { value } = await updates.next();

    expect(value).toMatchObject({ position: { epoch: 'a', offset: 7 }, changes: [], resyncRequired: false });
  });

  it('begin with what was missed, and with what came while that was read, each once', async () => {
    feed.position = { epoch: 'a', offset: 2 };
    feed.held = [feed.say('v1', 'CAME_ONLINE', 1), feed.say('v2', 'CAME_ONLINE', 2)];
    feed.whileReading = () => {
      feed.say('v2', 'CAME_ONLINE', 2);
      feed.say('v3', 'CAME_ONLINE', 3);
    };
    const updates = await open({ after: { epoch: 'a', offset: 0 } });

    expect(await next(updates)).toMatchObject({
      position: { epoch: 'a', offset: 3 },
      changes: ['v1 CAME_ONLINE', 'v2 CAME_ONLINE', 'v3 CAME_ONLINE'],
      onlineVisitorCount: 3,
    });
  });

  it('begin with a call to read again when what was missed is not held', async () => {
    feed.position = { epoch: 'b', offset: 5 };
    feed.held = null;
    const updates = await open({ after: { epoch: 'a', offset: 1 } });

    expect(await next(updates)).toMatchObject({
      position: { epoch: 'b', offset: 5 },
      resyncRequired: true,
      changes: [],
    });
  });

  it('put the changes of a moment together: the last of each visitor', async () => {
    const updates = await open();
    await updates.next();
    feed.say('v1', 'CAME_ONLINE', 1);
    feed.say('v2', 'CAME_ONLINE', 2);
    feed.say('v1', 'WENT_OFFLINE', 3);
    feed.say('v2', 'PAGE_CHANGED', 4);

    expect(await next(updates)).toMatchObject({
      position: { epoch: 'a', offset: 4 },
      // Whoever came and moved on has come.
      changes: ['v1 WENT_OFFLINE', 'v2 CAME_ONLINE'],
      onlineVisitorCount: 4,
    });
  });

  it('wait for the end of the window, not for silence', async () => {
    const updates = await open();
    await updates.next();
    const settled = jest.fn();
    void updates.next().then(settled);

    feed.say('v1', 'CAME_ONLINE', 1);
    await jest.advanceTimersByTimeAsync(WINDOW_MS - 1);
    feed.say('v2', 'CAME_ONLINE', 2);
    expect(settled).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);

    expect(settled).toHaveBeenCalledTimes(1);
  });

  it('leave out visitors that were not named, and still move on', async () => {
    const updates = await open({ visitorIds: ['v1'] });
    await updates.next();
    feed.say('v1', 'CAME_ONLINE', 1);
    feed.say('v2', 'CAME_ONLINE', 2);

    expect(await next(updates)).toMatchObject({
      position: { epoch: 'a', offset: 2 },
      changes: ['v1 CAME_ONLINE'],
      onlineVisitorCount: 2,
    });
  });

  it('ignore what was told before', async () => {
    feed.position = { epoch: 'a', offset: 5 };
    const updates = await open();
    await updates.next();

    feed.say('v1', 'CAME_ONLINE', 5);
    feed.say('v2', 'CAME_ONLINE', 6);

    expect((await next(updates))?.changes).toEqual(['v2 CAME_ONLINE']);
  });

  it('call to read again after a gap, and then go on', async () => {
    const updates = await open();
    await updates.next();
    feed.say('v1', 'CAME_ONLINE', 1);
    feed.follower?.onGap({ epoch: 'b', offset: 9 });

    expect(await next(updates)).toMatchObject({
      position: { epoch: 'b', offset: 9 },
      resyncRequired: true,
      changes: [],
      onlineVisitorCount: null,
    });
    feed.say('v2', 'CAME_ONLINE', 10, 'b');
    expect(await next(updates)).toMatchObject({ resyncRequired: false, changes: ['v2 CAME_ONLINE'] });
  });

  it('[P13] call to read again when a blackout is over', async () => {
    const updates = await open();
    await updates.next();
    feed.follower?.onEvent({ siteId: 'site', position: { epoch: 'a', offset: 1 }, kind: 'RESYNC' });

    expect(await next(updates)).toMatchObject({ position: { epoch: 'a', offset: 1 }, resyncRequired: true });
  });

  it('do not grow without bound for a subscriber that does not ask: it is told to read again', async () => {
    const updates = await open();
    await updates.next();
    for (let i = 1; i <= 5_000; i++) feed.say(`v${i}`, 'CAME_ONLINE', i);

    expect(await next(updates)).toMatchObject({
      position: { epoch: 'a', offset: 5_000 },
      resyncRequired: true,
      changes: [],
    });
  });

  it('end at once when they are returned, and leave nothing behind', async () => {
    const updates = await open();
    await updates.next();
    feed.say('v1', 'CAME_ONLINE', 1);
    const waiting = updates.next();

    await updates.return();

    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await updates.next()).toEqual({ done: true, value: undefined });
    expect(feed.follower).toBeNull();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leave nothing behind when the past cannot be read', async () => {
    feed.whileReading = () => {
      throw new Error('Redis is away');
    };

    await expect(open({ after: { epoch: 'a', offset: 0 } })).rejects.toThrow('Redis is away');
    expect(feed.follower).toBeNull();
  });
});
