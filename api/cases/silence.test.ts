import { startCaseWorld, type CaseWorld } from '../testing/case-world';

const TAB = 'tab-11111111';
const HOUR_SECONDS = 3_600;

describe('phones, sleep and lost servers', () => {
  let world: CaseWorld;
  beforeAll(async () => (world = await startCaseWorld()));
  afterAll(() => world.stop());

  it('case 37: a browser that is swiped away without a word is offline when its session is over, last seen at its last word', async () => {
    const visitor = await world.arrive(TAB);
    await world.pass(20);
    await visitor.beat(TAB, { isVisible: false });
    const lastWordMs = world.nowMs();

    await world.pass(89);
    expect(await world.isOnline(visitor.id)).toBe(true);
    await world.pass(2);

    expect(await world.isOnline(visitor.id)).toBe(false);
    expect(Math.abs((await world.lastSeenMs(visitor.id))! - lastWordMs)).toBeLessThan(500);
  });

  it('case 41: a laptop that wakes after a night comes back by one heartbeat, and leaves again as it slept', async () => {
    const visitor = await world.arrive(TAB);
    await world.pass(8 * HOUR_SECONDS, 5);
    await visitor.beat(TAB);
    expect(await world.isOnline(visitor.id)).toBe(true);

    await world.pass(100);

    expect(await world.storyOf(visitor.id)).toEqual([
      'CAME_ONLINE IDENTIFIED',
      'WENT_OFFLINE TIMED_OUT',
      'CAME_ONLINE HEARTBEAT_RESUMED',
      'WENT_OFFLINE TIMED_OUT',
    ]);
  });
});
