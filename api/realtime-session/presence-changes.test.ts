import { startPresenceWorld, type PresenceWorld } from '../testing/presence-world';
import type { Position } from './presence';
import type { Follower, SiteEvent } from './presence-changes';
import { untilPasses } from '../testing/until-passes';

const TAB = 'tab-aaaaaaaa';
const BEGINNING: Position = { epoch: '', offset: 0 };

/** Records what it is told, and can be waited for. */
class Recorder implements Follower {
  readonly events: SiteEvent[] = [];
  readonly gaps: (Position | null)[] = [];
  private wake: () => void = () => undefined;

  onEvent(event: SiteEvent): void {
    this.events.push(event);
    this.wake();
  }

  onGap(position: Position | null): void {
    this.gaps.push(position);
    this.wake();
  }

  async until(isEnough: (recorder: Recorder) => boolean): Promise<void> {
    while (!isEnough(this)) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  get offsets(): number[] {
    return this.events.map(({ position }) => position.offset);
  }
}

const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('following the changes of a site', () => {
  let world: PresenceWorld;
  beforeEach(async () => (world = await startPresenceWorld()));
  afterEach(() => world.stop());

  const arrive = () => world.identify(world.visitor(), TAB);

  it('[P12] whoever stays connected is told every change once and in order', async () => {
    const recorder = new Recorder();
    await world.changes.follow(world.siteId, recorder);

    await Promise.all(Array.from({ length: 200 }, arrive));
    await recorder.until(({ events }) => events.length >= 200);

    expect(recorder.offsets).toEqual(oneTo(200));
    expect(recorder.gaps).toEqual([]);
  });

  it('[P12] what is published while the subscription is cut is read from the stream', async () => {
    const recorder = new Recorder();
    await world.changes.follow(world.siteId, recorder);

    for (let i = 0; i < 100; i++) {
      if (i % 20 === 10) await world.client.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
      await arrive();
    }
    await recorder.until(({ events }) => events.length >= 100);

    expect(recorder.offsets).toEqual(oneTo(100));
    expect(recorder.gaps).toEqual([]);
  });

  it('[P12] two followers of a site are told the same, and the last to leave ends the subscription', async () => {
    const [early, late] = [new Recorder(), new Recorder()];
    const first = await world.changes.follow(world.siteId, early);
    await arrive();
    await early.until(({ events }) => events.length === 1);
    const second = await world.changes.follow(world.siteId, late);
    expect(second.position.offset).toBe(1);

    await arrive();
    await Promise.all(
      [early, late].map((recorder) => recorder.until(({ events }) => events.at(-1)?.position.offset === 2)),
    );

    expect([early.offsets, late.offsets]).toEqual([[1, 2], [2]]);
    first.unfollow();
    second.unfollow();
    expect(world.changes.followerCount).toBe(0);
  });

  it('[P12] changes after a position are read back, none twice and none left out', async () => {
    await Promise.all(Array.from({ length: 30 }, arrive));
    const [all] = [await world.announced()];

    const rest = await world.changes.readAfter(world.siteId, all[9]!.position);

    expect(rest?.map(({ position }) => position.offset)).toEqual(oneTo(30).slice(10));
    expect(await world.changes.readAfter(world.siteId, all[29]!.position)).toEqual([]);
  });

  it('[P12] a position that is no longer held, or was never reached, is told as such', async () => {
    const short = await startPresenceWorld({ retainedChanges: 50 });
    try {
      for (let i = 0; i < 400; i++) await short.identify(short.visitor(), TAB);
      const { position } = (await short.sessions.getPosition(short.siteId))!;

      expect(await short.changes.readAfter(short.siteId, { ...position, offset: 1 })).toBeNull();
      expect(await short.changes.readAfter(short.siteId, BEGINNING)).toBeNull();
      expect(await short.changes.readAfter(short.siteId, { ...position, offset: 401 })).toBeNull();
      expect(await short.changes.readAfter(short.siteId, { ...position, offset: 399 })).toHaveLength(1);
    } finally {
      await short.stop();
    }
  });

  it('[P14] a Redis that comes back empty shows a new epoch: old positions resync, a heartbeat alone restores', async () => {
    const visitor = world.visitor();
    const recorder = new Recorder();
    await world.identify(visitor, TAB);
    const { position: old } = await world.changes.follow(world.siteId, recorder);

    await world.redis.restartEmpty();
    await recorder.until(({ gaps }) => gaps.length > 0);
    await untilPasses(() => world.heartbeat(visitor, TAB));

    expect(await world.sessions.isVisitorOnline(visitor)).toBe(true);
    await arrive();
    const { position } = (await world.sessions.getPosition(world.siteId))!;
    expect(position.epoch).not.toBe(old.epoch);
    expect(await world.changes.readAfter(world.siteId, old)).toBeNull();
  });

  it('[P16] looking at visitors, and failing to look, announces nothing and stores nothing', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB);
    const before = await world.announced();
    world.redis.freeze();
    await world.sessions.getManyPresence([visitor], 'sessions');
    await world.sessions.getRoster(world.siteId);
    world.redis.thaw();

    await world.sessions.getManyPresence([visitor, world.visitor()], 'sessions');
    await world.sweep();

    expect(await world.announced()).toEqual(before);
  });
});
