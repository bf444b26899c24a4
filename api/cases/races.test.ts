import { startCaseWorld, type CaseWorld } from '../testing/case-world';

const [TAB, NEXT_TAB] = ['tab-11111111', 'tab-22222222'];

describe('calls that cross each other', () => {
  let world: CaseWorld;
  beforeAll(async () => (world = await startCaseWorld()));
  afterAll(() => world.stop());

  it('case 53: the goodbye of the page before, arriving after the next page, ends only the page before', async () => {
    const visitor = await world.arrive(TAB, { page: { url: 'https://acme.test/a' } });
    await world.pass(10);
    await visitor.open(NEXT_TAB, 'https://acme.test/b');
    await world.pass(0.3);
    const { isStillOnline } = await visitor.leave(TAB);
    await world.pass(30);

    expect(isStillOnline).toBe(true);
    expect(await world.isOnline(visitor.id)).toBe(true);
    expect((await world.sessionsOf(visitor.id)).map(({ tabId, page }) => [tabId, page?.url])).toEqual([
      [NEXT_TAB, 'https://acme.test/b'],
    ]);
    expect(await world.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED', 'PAGE_CHANGED NAVIGATED']);
  });

  it('case 55: a late heartbeat of a page that said goodbye revives nothing and spoils nothing', async () => {
    const visitor = await world.arrive(TAB);
    await visitor.open(NEXT_TAB);
    await visitor.leave(TAB);

    await expect(visitor.beat(TAB)).rejects.toMatchObject({ problems: [{ code: 'SESSION_ENDED' }] });

    expect(await world.isOnline(visitor.id)).toBe(true);
    expect((await world.sessionsOf(visitor.id)).map(({ tabId }) => tabId)).toEqual([NEXT_TAB]);
  });

  it('case 81: when "came online" is announced does not depend on who looked in between', async () => {
    const visitor = await world.arrive(TAB);
    await world.pass(88);
    await visitor.beat(TAB);
    expect(await world.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED']);

    await world.pass(112);
    expect(await world.isOnline(visitor.id)).toBe(false);
    await visitor.beat(TAB);

    expect(await world.storyOf(visitor.id)).toEqual([
      'CAME_ONLINE IDENTIFIED',
      'WENT_OFFLINE TIMED_OUT',
      'CAME_ONLINE HEARTBEAT_RESUMED',
    ]);
  });
});
