import { Line } from '../faults/rig/line';
import { createLog } from '../log';
import { connectRedis, type RedisClient } from '../redis/connect-redis';
import { startPresenceWorld, type PresenceWorld } from '../testing/presence-world';
import { newId } from '../typed-id';
import { PresenceChanges, type PresenceChangesTimings, type SiteEvent } from './presence-changes';

const NEVER = 3_600_000;
const log = createLog('silent');

describe('a subscription that falls silent', () => {
  let world: PresenceWorld;
  let line: Line;
  let subscriber: RedisClient;
  let changes: PresenceChanges;

  beforeEach(async () => {
    world = await startPresenceWorld();
    line = await Line.open({ path: new URL(world.redis.url).pathname });
    subscriber = connectRedis({ url: `redis://127.0.0.1:${line.port}`, name: 'subscriber', log });
    await new Promise((resolve) => subscriber.once('ready', resolve));
  });
  afterEach(async () => {
    changes.stop();
    subscriber.disconnect();
    line.close();
    await world.stop();
  });

  const watch = (timings: Partial<PresenceChangesTimings>) => {
    const rest = { probeEveryMs: NEVER, probeAnswerMs: 100, checkEveryMs: NEVER };
    changes = new PresenceChanges(world.client, subscriber, log, { ...rest, ...timings });
    changes.start();
  };
  const arrive = () => world.identify(world.visitor(), 'tab-aaaaaaaa');
  /** Follows the site; what it is told can be waited for. */
  const follow = async () => {
    const told: SiteEvent[] = [];
    const gaps: unknown[] = [];
    let wake = () => undefined as void;
    const follower = {
      onEvent: (event: SiteEvent) => (told.push(event), wake()),
      onGap: (gap: unknown) => (gaps.push(gap), wake()),
    };
    const { unfollow } = await changes.follow(world.siteId, follower);
    return {
      unfollow,
      gaps,
      offsets: () => told.map(({ position }) => position.offset),
      until: async (count: number) => {
        while (told.length < count) await new Promise<void>((resolve) => (wake = resolve));
      },
    };
  };
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('[P12] [E-12] is noticed by a message that does not come back, made anew, and the gap is filled', async () => {
    watch({ probeEveryMs: 30, probeAnswerMs: 60 });
    const follower = await follow();
    await arrive();
    await follower.until(1);
    expect(changes.isHearing).toBe(true);

    line.swallow();
    for (let i = 0; i < 5; i++) await arrive();
    await until(() => !changes.isHearing);
    line.mend();
    await follower.until(6);

    expect(follower.offsets()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(follower.gaps).toEqual([]);
    await until(() => changes.isHearing);
  });

  it('is left alone while it is only the way there that is lost', async () => {
    const commands = connectRedis({ url: world.redis.url, name: 'commands', log });
    await new Promise((resolve) => commands.once('ready', resolve));
    changes = new PresenceChanges(commands, subscriber, log, { probeEveryMs: 20, probeAnswerMs: 60 });
    commands.disconnect();
    const closed = jest.fn();
    subscriber.on('close', closed);

    changes.start();
    // Long enough for several messages that could not be sent.
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve, 20));

    expect([changes.isHearing, closed.mock.calls.length]).toEqual([true, 0]);
  });

  it('[P12] is made up for by comparing positions, even if nothing else notices', async () => {
    watch({ checkEveryMs: 30 });
    const follower = await follow();

    line.swallow();
    for (let i = 0; i < 3; i++) await arrive();
    await follower.until(3);

    expect(follower.offsets()).toEqual([1, 2, 3]);
    expect(follower.gaps).toEqual([]);
  });

  it('[P12] more than a page of what was missed is told in order', async () => {
    watch({});
    const follower = await follow();
    line.cut();
    for (let i = 0; i < 26; i++) await Promise.all(Array.from({ length: 50 }, arrive));

    line.mend();
    await follower.until(1_300);

    expect(follower.offsets()).toEqual(Array.from({ length: 1_300 }, (_, i) => i + 1));
    expect(follower.gaps).toEqual([]);
  });

  it('[P12] what cannot be read at first is read later: nobody is told to read again for nothing', async () => {
    watch({ deadlineMs: 50, retryMs: 20 });
    const follower = await follow();

    line.cut();
    await arrive();
    world.redis.freeze();
    line.mend();
    // Until an attempt to read has failed.
    await new Promise((resolve) => setTimeout(resolve, 300));
    world.redis.thaw();
    await follower.until(1);

    expect([follower.offsets(), follower.gaps]).toEqual([[1], []]);
  });

  it('a site is followed a while longer than its last follower stays', async () => {
    watch({ lingerMs: 50 });
    const channels = async () =>
      ((await world.client.call('PUBSUB', 'CHANNELS', '*:channel')) as string[]).length;
    const first = await follow();
    first.unfollow();
    const second = await follow();
    expect(await channels()).toBe(1);

    second.unfollow();
    expect(await channels()).toBe(1);
    while ((await channels()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));

    expect(changes.followerCount).toBe(0);
  });

  it('a frozen Redis keeps nobody waiting', async () => {
    watch({ deadlineMs: 50 });
    world.redis.freeze();
    const follower = { onEvent: () => undefined, onGap: () => undefined };

    await expect(changes.follow(newId('site'), follower)).rejects.toThrow('within 50 ms');
    await expect(changes.readAfter(world.siteId, { epoch: 'a', offset: 1 })).rejects.toThrow('within 50 ms');
    await expect(changes.readOne(world.siteId, { epoch: 'a', offset: 1 })).rejects.toThrow('within 50 ms');

    expect(changes.followerCount).toBe(0);
    world.redis.thaw();
  });
});
