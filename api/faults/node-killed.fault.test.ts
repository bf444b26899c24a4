import { Crowd } from './rig/crowd';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld, SHORT } from './rig/fault-world';

const VISITORS = 100;
const LOST = 20;

describe('an API node that is killed', () => {
  let world: FaultWorld;
  beforeAll(async () => (world = await FaultWorld.start({ processes: 1, homeRests: false })));
  afterAll(() => world.stop());

  it('[P4] E-04: who moves to another node is never announced; who does not goes offline once and in time', async () => {
    const { home, siteKey } = world;
    const killed = world.processes[0]!;
    let balancer = killed.url;
    const crowd = new Crowd({ url: () => balancer, siteKey, heartbeatMs: SHORT.heartbeatMs });
    await crowd.grow(VISITORS);
    const observer = await world.observe();

    await killed.kill();
    balancer = home.url;
    const lost = crowd.widgets.slice(0, LOST);
    crowd.silence(lost);

    await eventually('those who do not come back are announced', SHORT.ttlMs + 3_000, () => {
      return observer.count('WENT_OFFLINE') >= LOST;
    });
    await eventually('their last-seen is stored', 5_000, async () => {
      const stored = await world.lastSeen();
      return lost.every(
        (w) => Math.abs(stored.get(w.visitorId)! - crowd.lastBeatMs.get(w.visitorId)!) < 1_000,
      );
    });
    const off = await world.announcedOff();
    const delays = off.map((change) => change.occurredAtMs - crowd.lastBeatMs.get(change.visitorId)!);
    crowd.silence();
    counted('E-04', {
      'off events': off.length,
      mistaken: off.filter(({ visitorId }) => !lost.some((w) => w.visitorId === visitorId)).length,
      'earliest ms': Math.min(...delays),
      'latest ms': Math.max(...delays),
      'told twice': observer.doubled,
    });
    expect(off.map(({ visitorId }) => visitorId).sort()).toEqual(lost.map((w) => w.visitorId).sort());
    expect(observer.seen.map(({ kind }) => kind)).toEqual(lost.map(() => 'WENT_OFFLINE'));
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(SHORT.ttlMs);
    expect(Math.max(...delays)).toBeLessThan(SHORT.ttlMs + 2_000);
    expect(await observer.wrong(await world.online())).toBe(0);
  });
});
