import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { fakeTime } from './rig/fake-time';
import { FaultWorld, SHORT } from './rig/fault-world';
import { passing } from './rig/passing';
import { Widget } from './rig/widget';

const VISITORS = 20;
const ROUNDS = 8;
const TOKEN_LIFE_MS = 30_000;

describe('two API nodes whose clocks are three minutes apart', () => {
  let world: FaultWorld;
  beforeAll(async () => {
    world = await FaultWorld.start({
      env: { PORCHLIGHT_VISITOR_TOKEN_MS: String(TOKEN_LIFE_MS) },
      homeRests: true,
    });
    await world.addProcess(fakeTime({ offset: '+90s' }));
    await world.addProcess(fakeTime({ offset: '-90s' }));
  });
  afterAll(() => world.stop());

  it('[P2] E-17: deadlines, order, last-seen and tokens go by Redis’s clock alone', async () => {
    const [ahead, behind] = world.processes.map(({ url }) => url) as [string, string];
    const observer = await world.observe([ahead]);
    const widgets = await Promise.all(
      Array.from({ length: VISITORS }, (_, i) => Widget.open(i % 2 ? ahead : behind, world.siteKey)),
    );
    const refusals: (string | null)[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const codes = await Promise.all(widgets.map((w, i) => w.beat((i + round) % 2 ? ahead : behind)));
      refusals.push(...codes.filter((code) => code !== null));
      await passing(SHORT.heartbeatMs / 2);
    }
    const lastBeatMs = Date.now() - SHORT.heartbeatMs / 2;
    const early = await world.announcedOff();

    await eventually(
      'their silence is announced',
      SHORT.ttlMs + 3_000,
      () => observer.count('WENT_OFFLINE') >= VISITORS,
    );
    await eventually('their last-seen is stored', 5_000, async () => {
      const stored = await world.lastSeen();
      return widgets.every((w) => Math.abs(stored.get(w.visitorId)! - lastBeatMs) < 1_000);
    });
    const off = await world.announcedOff();
    const delays = off.map(({ occurredAtMs }) => occurredAtMs - lastBeatMs);
    counted('E-17', {
      refused: refusals.length,
      'early off': early.length,
      'off events': off.length,
      'latest ms': Math.max(...delays),
      'out of order': observer.outOfOrder,
      doubled: observer.doubled,
      clocks: 'libfaketime',
    });
    expect(refusals).toEqual([]);
    expect(early).toEqual([]);
    expect(off).toHaveLength(VISITORS);
    expect(Math.max(...delays)).toBeLessThan(SHORT.ttlMs + 2_000);
    expect([observer.outOfOrder, observer.doubled]).toEqual([0, 0]);
  });
});
