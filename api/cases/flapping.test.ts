import { startCaseWorld, type CaseVisitor, type CaseWorld } from '../testing/case-world';

const TAB = 'tab-11111111';
const OTHER_TAB = 'tab-22222222';

describe('visitors who are there do not flicker', () => {
  let world: CaseWorld;
  beforeAll(async () => (world = await startCaseWorld()));
  afterAll(() => world.stop());

  /** Asks each second for so long; the seconds at which the visitor was not online. */
  const darkSeconds = async (
    visitor: CaseVisitor,
    seconds: number,
    each?: (second: number) => Promise<unknown>,
  ) => {
    const dark: number[] = [];
    for (let second = 1; second <= seconds; second++) {
      await world.pass(1);
      if (!(await world.isOnline(visitor.id))) dark.push(second);
      await each?.(second);
    }
    return dark;
  };

  it('case 11: a hidden tab that is woken once a minute is online at every second', async () => {
    const visitor = await world.arrive(TAB, { isVisible: false });

    const dark = await darkSeconds(visitor, 269, async (second) => {
      if (second <= 180 && second % 60 === 0) await visitor.beat(TAB, { isVisible: false });
    });

    expect(dark).toEqual([]);
    expect(await darkSeconds(visitor, 2)).toEqual([1, 2]);
  });

  it('case 13: ten minutes of one heartbeat a minute are one arrival and no departure', async () => {
    const visitor = await world.arrive(TAB);

    for (let minute = 0; minute < 10; minute++) {
      await world.pass(60);
      await visitor.beat(TAB);
    }

    expect(await world.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED']);
  });

  it('case 14: looking at another tab for fifteen seconds is no event', async () => {
    const visitor = await world.arrive(TAB, { page: { url: 'https://acme.test/' } });
    await visitor.beat(TAB, { isVisible: false });
    await world.pass(15);
    await visitor.beat(TAB, { isVisible: true });
    await world.pass(20);

    expect(await world.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED']);
  });

  it('case 16: reloading the page makes nobody leave', async () => {
    const visitor = await world.arrive(TAB, { page: { url: 'https://acme.test/' } });
    await world.pass(10);
    await visitor.leave(TAB);
    await world.pass(0.8);
    await visitor.open(OTHER_TAB, 'https://acme.test/');
    await world.pass(30);

    expect(await world.isOnline(visitor.id)).toBe(true);
    expect(await world.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED', 'PAGE_CHANGED IDENTIFIED']);
  });

  it('case 17: two tabs that are heard in turn are one steady light', async () => {
    const visitor = await world.arrive(TAB);
    await visitor.open(OTHER_TAB);

    const dark = await darkSeconds(visitor, 300, async (second) => {
      if (second % 30 === 0) await visitor.beat(second % 60 === 0 ? TAB : OTHER_TAB);
    });

    expect(dark).toEqual([]);
    expect(await world.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED']);
  });

  it('case 18: while visitors keep coming and going, the number that is told is the number that is there', async () => {
    await world.pass(95); // those of the other tests are gone
    const there = await Promise.all(Array.from({ length: 100 }, (_, i) => world.arrive(`tab-of-crowd-${i}`)));
    const tabOf = new Map(there.map((visitor, i) => [visitor.id, `tab-of-crowd-${i}`]));
    const told: [number, number | undefined, number | undefined][] = [];

    for (let second = 1; second <= 60; second++) {
      const leaver = there.shift()!;
      await leaver.leave(tabOf.get(leaver.id)!);
      if (second % 2 === 1) {
        const comer = await world.arrive(`tab-of-comer-${second}`);
        tabOf.set(comer.id, `tab-of-comer-${second}`);
        there.push(comer);
      }
      if (second % 25 === 0) await Promise.all(there.map((visitor) => visitor.beat(tabOf.get(visitor.id)!)));
      await world.pass(1);
      if (second % 5 === 0) told.push([there.length, await countRead(), await countTold()]);
    }

    expect(told).toHaveLength(12);
    expect(told.filter(([real, read, pushed]) => read !== real || pushed !== real)).toEqual([]);
  });

  const countRead = async () => (await world.services.sessions.getPosition(world.site.id))?.count;
  const countTold = async () => {
    const changes = await world.services.changes.readAfter(world.site.id, { epoch: '', offset: 0 });
    const last = changes!.at(-1)!;
    return last.kind === 'RESYNC' ? undefined : last.onlineVisitorCount;
  };
});
