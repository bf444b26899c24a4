import { Line } from './rig/line';
import { counted } from './rig/counted';
import { FaultWorld } from './rig/fault-world';
import { Widget } from './rig/widget';

const TABS = 3;
const COPIES = 2;
const ROUNDS = 10;

describe('a heartbeat that is held up on its way', () => {
  let world: FaultWorld;
  let slow: Line;
  beforeAll(async () => {
    world = await FaultWorld.start();
    slow = await Line.open({ port: Number(new URL(world.home.url).port) });
  });
  afterAll(async () => {
    slow.close();
    await world.stop();
  });

  it('[P11] E-10: arriving after the goodbye it revives nobody and is told so, also in copies and with several tabs', async () => {
    const { home, siteKey } = world;
    const slowUrl = `http://127.0.0.1:${slow.port}`;
    const answers: (string | null)[] = [];
    const revived: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const first = await Widget.open(home.url, siteKey);
      const more = Array.from({ length: TABS - 1 }, () => Widget.open(home.url, siteKey, first.token));
      const tabs = [first, ...(await Promise.all(more))];

      slow.hold();
      const beats = tabs.flatMap((tab) => {
        const seq = ++tab.seq;
        return Array.from({ length: COPIES }, () => tab.beat(slowUrl, seq));
      });
      for (const tab of tabs) expect(await tab.leave(home.url)).toBeNull();
      slow.mend();
      answers.push(...(await Promise.all(beats)));

      if ((await world.online()).has(first.visitorId)) revived.push(first.visitorId);
    }

    const changes = (await world.announced()).filter(({ kind }) => kind === 'CAME_ONLINE');
    counted('E-10', {
      'late heartbeats': answers.length,
      'told so': answers.filter((code) => code === 'SESSION_ENDED').length,
      revived: revived.length,
      'came online': changes.length,
      line: 'held in a TCP proxy',
    });
    expect(answers).toEqual(answers.map(() => 'SESSION_ENDED'));
    expect(revived).toEqual([]);
    expect(changes).toHaveLength(ROUNDS);
  });
});
