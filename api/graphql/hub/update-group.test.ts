import { Line } from '../../faults/rig/line';
import { PresenceChanges } from '../../realtime-session/presence-changes';
import { connectRedis, type RedisClient } from '../../redis/connect-redis';
import { startPresenceWorld, type PresenceWorld } from '../../testing/presence-world';
import { RecordingSubscriber } from '../../testing/recording-subscriber';
import { createLog } from '../../log';
import type { Position } from '../../realtime-session/presence';
import { newId } from '../../typed-id';
import type { Membership } from './membership';
import { SubscriptionHub } from './subscription-hub';

const ROUNDS = 1_000;
const WINDOW_MS = 2;
const LATE_MS = 2;
const log = createLog('silent');

/** The same sequence for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('a group of subscribers', () => {
  let world: PresenceWorld;
  let line: Line;
  let changes: PresenceChanges;
  let hub: SubscriptionHub;
  const clients: RedisClient[] = [];
  let tabs = 0;

  beforeAll(async () => {
    world = await startPresenceWorld();
    line = await Line.open({ path: new URL(world.redis.url).pathname });
    // The past comes later than what happens meanwhile.
    line.onData = (pair) => (pair.delayMs = LATE_MS);
    const open = async (url: string) => {
      const client = connectRedis({ url, name: 'test', log });
      clients.push(client);
      await new Promise((resolve) => client.once('ready', resolve));
      return client;
    };
    changes = new PresenceChanges(
      await open(`redis://127.0.0.1:${line.port}`),
      await open(world.redis.url),
      log,
    );
    hub = new SubscriptionHub({ changes, coalescingMs: WINDOW_MS, log });
  });
  afterAll(async () => {
    changes.stop();
    for (const client of clients) client.disconnect();
    line.close();
    await world.stop();
  });

  const arrive = async () => {
    const visitor = world.visitor();
    await world.identify(visitor, `tab-${(tabs += 1)}`);
    return visitor.visitorId;
  };
  const join = async (subscriber: RecordingSubscriber, after?: Position, siteId = world.siteId) => {
    const member = await hub.join({ siteId, visitorIds: undefined, after }, subscriber);
    void member.next();
    return member;
  };
  const heard = (subscriber: RecordingSubscriber, offset: number) =>
    subscriber.until(({ updates }) => (updates.at(-1)?.position.offset ?? -1) >= offset);
  const endAll = (members: Membership[]) => Promise.all(members.map((member) => member.return()));
  const position = async () => (await world.sessions.getPosition(world.siteId))!.position;

  it('makes one update for 50 subscribers who are told the same', async () => {
    const made = { count: 0 };
    const subscribers = Array.from({ length: 50 }, () => new RecordingSubscriber('equal', made));
    const members = await Promise.all(subscribers.map((subscriber) => join(subscriber)));
    await Promise.all(
      subscribers.map((subscriber) => subscriber.until(({ updates }) => updates.length === 1)),
    );
    made.count = 0;

    const visitorId = await arrive();
    await Promise.all(
      subscribers.map((subscriber) => subscriber.until(({ updates }) => updates.length === 2)),
    );

    expect(made.count).toBe(1);
    expect(new Set(subscribers.map(({ told }) => told.join()))).toEqual(
      new Set([`${visitorId} CAME_ONLINE`]),
    );
    expect(hub.groupCount).toBe(1);
    await endAll(members);
    expect([hub.groupCount, changes.followerCount]).toEqual([0, 0]);
  });

  it('reads and tells once what 200 returning subscribers missed', async () => {
    const made = { count: 0 };
    const after = await position();
    const missed = [await arrive(), await arrive()];
    const subscribers = Array.from({ length: 200 }, () => new RecordingSubscriber('equal', made));

    const members = await Promise.all(subscribers.map((subscriber) => join(subscriber, after)));
    await Promise.all(
      subscribers.map((subscriber) => subscriber.until(({ updates }) => updates.length === 1)),
    );

    expect(made.count).toBe(1);
    expect(subscribers[199]!.told).toEqual(missed.map((id) => `${id} CAME_ONLINE`));
    await endAll(members);
  });

  it('[P12] who joins late is told what they missed, then the same as the others, each change once', async () => {
    const [early, late] = [new RecordingSubscriber(), new RecordingSubscriber()];
    const after = await position();
    const members = [await join(early, after)];
    const first = [await arrive(), await arrive()];
    await heard(early, after.offset + 2);

    members.push(await join(late, after));
    const second = [await arrive(), await arrive()];
    await Promise.all([early, late].map((subscriber) => heard(subscriber, after.offset + 4)));

    const all = [...first, ...second].map((id) => `${id} CAME_ONLINE`);
    expect([early.told, late.told]).toEqual([all, all]);
    await endAll(members);
  });

  it(`[P12] ${ROUNDS} times, changes around a list and a subscription in random order end with the list right`, async () => {
    const counts = { changes: 0, twice: 0, wrong: 0, resyncs: 0 };
    let siteId = world.siteId;
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = randomFrom(seed);
      if (seed % 100 === 0) siteId = newId('site');
      const visitors = Array.from({ length: 3 }, () => ({ siteId, visitorId: newId('visitor'), tab: '' }));
      const change = () => {
        counts.changes += 1;
        const visitor = visitors[random(3)]!;
        const tabId = (visitor.tab ||= `tab-${(tabs += 1)}`);
        const page = { url: `https://acme.test/${random(9)}`, title: null, referrer: null };
        if (random(3) > 0) return world.identify(visitor, tabId, { page });
        visitor.tab = '';
        return world.sessions.leave({ ...visitor, tabId, seq: null, graceMs: 0 });
      };
      const some = (most: number) => Array.from({ length: random(most + 1) }, change);

      const before = some(3);
      const reading = world.sessions.getRoster(siteId);
      const meanwhile = some(2);
      const list = (await reading)!;
      meanwhile.push(...some(3));
      const subscriber = new RecordingSubscriber();
      const joining = join(subscriber, list.position, siteId);
      for (let turns = random(12); turns > 0; turns--) {
        await new Promise(setImmediate);
        if (random(4) === 0) meanwhile.push(...some(2));
      }
      const member = await joining;
      await Promise.all([...before, ...meanwhile, ...some(2)]);

      const truth = (await world.sessions.getRoster(siteId))!;
      if (truth.position.offset > list.position.offset) await heard(subscriber, truth.position.offset);
      await member.return();
      const shown = new Set(list.online.map(({ visitorId }) => visitorId));
      const told = subscriber.updates.flatMap(({ changes }) => changes);
      for (const { visitorId, kind } of told) {
        if (kind === 'WENT_OFFLINE') shown.delete(visitorId);
        else shown.add(visitorId);
      }
      const right = truth.online.map(({ visitorId }) => visitorId);
      counts.twice += told.length - new Set(told.map((change) => change.position.offset)).size;
      counts.resyncs += subscriber.updates.filter(({ resyncRequired }) => resyncRequired).length;
      counts.wrong += right.filter((id) => !shown.delete(id)).length + shown.size;
    }

    expect(counts.changes).toBeGreaterThan(ROUNDS);
    expect(counts).toMatchObject({ twice: 0, wrong: 0, resyncs: 0 });
    expect(hub.groupCount).toBe(0);
  });

  it('[P12] nothing is kept for a reader who is too slow: once fast enough, it is told to read again', async () => {
    const [fast, slow] = [new RecordingSubscriber(), new RecordingSubscriber()];
    const members = await Promise.all([join(fast), join(slow)]);
    await Promise.all(
      [fast, slow].map((subscriber) => subscriber.until(({ updates }) => updates.length === 1)),
    );
    const { offset } = await position();

    slow.isClogged = true;
    for (let i = 0; i < 50; i++) await arrive();
    await heard(fast, offset + 50);
    expect(slow.updates).toHaveLength(1);
    slow.isClogged = false;
    slow.drained();
    await slow.until(({ updates }) => updates.length === 2);
    const last = await arrive();
    await Promise.all([fast, slow].map((subscriber) => heard(subscriber, offset + 51)));

    expect(slow.updates[1]).toMatchObject({
      resyncRequired: true,
      changes: [],
      position: { offset: offset + 50 },
    });
    expect(slow.told).toEqual([`${last} CAME_ONLINE`]);
    expect(fast.told).toHaveLength(51);
    await endAll(members);
  });

  it('[P12] 1,000 subscriptions that end at any moment leave nothing behind', async () => {
    const random = randomFrom(7);
    for (let round = 0; round < 20; round++) {
      const joining = Array.from({ length: 50 }, async () => {
        const after = random(2) ? await position() : undefined;
        const member = await hub.join(
          { siteId: world.siteId, visitorIds: undefined, after },
          new RecordingSubscriber(`key ${random(3)}`),
        );
        if (random(2)) void member.next();
        if (random(2)) await arrive();
        await member.return();
      });
      await Promise.all(joining);
    }

    expect([hub.groupCount, changes.followerCount]).toEqual([0, 0]);
  });

  it('a group that cannot be followed is refused, and leaves nothing behind', async () => {
    world.redis.freeze();
    const unknownSite = newId('site');

    await expect(join(new RecordingSubscriber(), undefined, unknownSite)).rejects.toThrow('within');
    await expect(join(new RecordingSubscriber(), { epoch: 'a', offset: 1 })).rejects.toThrow('within');

    expect([hub.groupCount, changes.followerCount]).toEqual([0, 0]);
    world.redis.thaw();
  });
});
