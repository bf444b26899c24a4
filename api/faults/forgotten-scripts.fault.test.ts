import { Redis } from 'ioredis';
import { newId } from '../typed-id';
import { counted } from './rig/counted';
import { FaultWorld } from './rig/fault-world';

const LASTING_MS = 5_000;
const FLUSH_EVERY_MS = 100;
const AT_ONCE = 30;

describe('a Redis that keeps forgetting the scripts', () => {
  let world: FaultWorld;
  beforeAll(
    async () => (world = await FaultWorld.start({ env: { PORCHLIGHT_REDIS_READ_DEADLINE_MS: '2000' } })),
  );
  afterAll(() => world.stop());

  it('E-26: no call fails', async () => {
    const { siteId, home } = world;
    const { sessions } = home.services;
    const client = new Redis(new URL(home.redis.url).pathname);
    const untilMs = performance.now() + LASTING_MS;
    let flushes = 0;
    let calls = 0;
    let unknown = 0;
    const failures: unknown[] = [];
    const flushing = setInterval(() => {
      flushes += 1;
      client.script('FLUSH').catch((error: unknown) => failures.push(error));
    }, FLUSH_EVERY_MS);
    const live = async () => {
      const visitor = { siteId, visitorId: newId('visitor') };
      const session = { ...visitor, tabId: 'tab-00000001', seq: null };
      while (performance.now() < untilMs) {
        try {
          await sessions.touch({ ...session, isVisible: true, operation: 'HEARTBEAT_RESUMED', page: null });
          const [presence] = await sessions.getManyPresence([visitor]);
          unknown += Number(presence!.state === 'UNKNOWN');
          calls += 2;
        } catch (error) {
          failures.push(error);
        }
      }
      await sessions.leave({ ...session, graceMs: 0 });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, live));
    clearInterval(flushing);
    client.disconnect();

    counted('E-26', { flushes, calls, failed: failures.length, unknown });
    expect(failures).toEqual([]);
    expect(unknown).toBe(0);
    expect(flushes).toBeGreaterThan((0.5 * LASTING_MS) / FLUSH_EVERY_MS);
    expect((await world.online()).size).toBe(0);
  });
});
