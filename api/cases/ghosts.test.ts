import { startCaseWorld, type CaseWorld } from '../testing/case-world';

const TAB = 'tab-11111111';

describe('visitors who are gone are not shown as online', () => {
  let world: CaseWorld;
  beforeAll(async () => (world = await startCaseWorld()));
  afterAll(() => world.stop());

  /** Heartbeats each 30 s for so long. */
  const stay = async (visitor: { beat(tabId: string): Promise<unknown> }, seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 30) {
      await world.pass(30);
      await visitor.beat(TAB);
    }
    return world.nowMs();
  };
  const listed = async () => {
    const roster = await world.services.sessions.getRoster(world.site.id);
    return roster!.online.map(({ visitorId }) => visitorId);
  };

  it('case 2: the list holds a visitor for the life of a session after the last heartbeat, and no longer', async () => {
    const visitor = await world.arrive(TAB);
    await stay(visitor, 60);

    await world.pass(89);
    expect(await listed()).toContain(visitor.id);
    await world.pass(2);

    expect(await listed()).not.toContain(visitor.id);
  });

  it('case 7: silence alone puts the light out, once, and coming back puts it on again', async () => {
    const visitor = await world.arrive(TAB);

    await world.pass(91);
    expect(await world.isOnline(visitor.id)).toBe(false);
    expect(await world.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED', 'WENT_OFFLINE TIMED_OUT']);
    await visitor.open('tab-22222222');

    expect(await world.isOnline(visitor.id)).toBe(true);
    expect((await world.storyOf(visitor.id)).slice(2)).toEqual(['CAME_ONLINE IDENTIFIED']);
  });

  it('case 9: a computer that lost its network is online until the session is over, and offline from then on', async () => {
    const visitor = await world.arrive(TAB);
    await world.pass(10);
    await visitor.beat(TAB);

    await world.pass(89);
    expect(await world.isOnline(visitor.id)).toBe(true);
    await world.pass(2);

    expect(await world.isOnline(visitor.id)).toBe(false);
  });

  it('case 10: a tab that was killed between two heartbeats was last seen at the earlier one', async () => {
    const visitor = await world.arrive(TAB);
    const lastBeatMs = await stay(visitor, 30);
    await world.pass(15);

    await world.pass(76);

    expect(await world.isOnline(visitor.id)).toBe(false);
    expect(Math.abs((await world.lastSeenMs(visitor.id))! - lastBeatMs)).toBeLessThan(500);
  });

  it('case 48: whoever follows is told within the life of a session and two seconds of the last word', async () => {
    const visitor = await world.arrive(TAB);
    await world.pass(10.4);
    await visitor.beat(TAB);
    const lastBeatMs = world.nowMs();

    await world.pass(92);

    const changes = await world.services.changes.readAfter(world.site.id, { epoch: '', offset: 0 });
    const gone = changes!.find((change) => change.kind === 'WENT_OFFLINE' && change.visitorId === visitor.id);
    const toldAfterMs = (gone as { occurredAtMs: number }).occurredAtMs - lastBeatMs;
    expect(toldAfterMs).toBeGreaterThan(89_000);
    expect(toldAfterMs).toBeLessThanOrEqual(92_000);
  });
});
