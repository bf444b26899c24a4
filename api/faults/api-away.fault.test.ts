import { freePort } from '../testing/free-port';
import { Crowd } from './rig/crowd';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld } from './rig/fault-world';
import { passing } from './rig/passing';

const VISITORS = 600;
const HEARTBEAT_MS = 6_000;
/** Twice the time between heartbeats: longer than a session lives, and than what counts as a blackout. */
const AWAY_MS = 2 * HEARTBEAT_MS;
const SLICE_MS = 250;

describe('all API nodes away', () => {
  let world: FaultWorld;
  const env = {
    PORCHLIGHT_HEARTBEAT_VISIBLE_MS: String(HEARTBEAT_MS),
    PORCHLIGHT_HEARTBEAT_HIDDEN_MS: String(HEARTBEAT_MS),
    PORCHLIGHT_SESSION_TTL_VISIBLE_MS: '8000',
    PORCHLIGHT_SESSION_TTL_HIDDEN_MS: '8000',
  };
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    world = await FaultWorld.start({ env, homeRests: true });
    await world.addProcess({}, port);
  });
  afterAll(() => world.stop());

  it('[P13] E-02: the herd comes back spread out, nobody is announced, and the count is what it was', async () => {
    const url = `http://127.0.0.1:${port}`;
    const crowd = new Crowd({ url: () => url, siteKey: world.siteKey, heartbeatMs: HEARTBEAT_MS });
    await crowd.grow(VISITORS);
    const told = (await world.announced()).length;

    await world.processes[0]!.kill();
    await passing(AWAY_MS);
    await world.addProcess({}, port);
    crowd.forget();
    const backMs = await eventually('the count is what it was', 1.1 * HEARTBEAT_MS + 3_000, async () => {
      return (await world.online()).size === VISITORS;
    });
    const { failed, refused, answered } = crowd;
    const slices = new Map<number, number>();
    for (const atMs of answered) {
      const slice = Math.floor(atMs / SLICE_MS);
      slices.set(slice, (slices.get(slice) ?? 0) + 1);
    }
    const busiest = Math.max(...slices.values());
    await eventually('the grace has ended', 12_000, async () => {
      const roster = await world.home.services.changes.readAfter(world.siteId, { epoch: '', offset: 0 });
      return roster!.some(({ kind }) => kind === 'RESYNC');
    });
    crowd.silence();
    const transitions = (await world.announced()).length - told;

    counted('E-02', {
      widgets: VISITORS,
      transitions,
      'calls failed after the return': failed,
      refused,
      'count back after ms': backMs,
      'busiest quarter second': busiest,
    });
    expect(transitions).toBe(0);
    expect(failed).toBeLessThan(VISITORS / 100);
    expect(refused).toBe(0);
    expect(slices.size).toBeGreaterThanOrEqual((0.8 * HEARTBEAT_MS) / SLICE_MS);
  });
});
