import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld, SHORT } from './rig/fault-world';
import { passing } from './rig/passing';
import { newId } from '../typed-id';

const VISITORS = 5_000;
const REFRESHED_EVERY = 10;
const PROCESSES = 4;
const KILLS = 12;
const KILL_EVERY_MS = 300;
const AT_ONCE = 500;

describe('sweepers that are killed while thousands of visitors expire', () => {
  let world: FaultWorld;
  const env = {
    PORCHLIGHT_SWEEP_MS: '100',
    PORCHLIGHT_SESSION_TTL_VISIBLE_MS: '4000',
    PORCHLIGHT_REDIS_READ_DEADLINE_MS: '5000',
  };
  beforeAll(async () => (world = await FaultWorld.start({ env, processes: PROCESSES })));
  afterAll(() => world.stop());

  it('[P4] E-16: each who expired is announced once, nobody who was heard in time is, and none is missing', async () => {
    const { siteId } = world;
    const { sessions } = world.home.services;
    const ids = Array.from({ length: VISITORS }, () => newId('visitor'));
    const refreshed = new Set(ids.filter((_, i) => i % REFRESHED_EVERY === 0));
    const touch = async (visitorId: string) => {
      const reply = await sessions.touch({
        siteId,
        visitorId,
        tabId: 'tab-00000001',
        seq: null,
        isVisible: true,
        operation: 'HEARTBEAT_RESUMED',
        page: null,
      });
      return reply.cameOnline;
    };
    const inBatches = async (batch: string[], act: (id: string) => Promise<unknown>) => {
      for (let i = 0; i < batch.length; i += AT_ONCE) await Promise.all(batch.slice(i, i + AT_ONCE).map(act));
    };
    await inBatches(ids, touch);

    let isOver = false;
    let returned = 0;
    // These are heard again and again, some of them in the very moment in which their session would have been over.
    const refreshing = (async () => {
      while (!isOver) {
        await inBatches([...refreshed], async (id) => void (returned += Number(await touch(id))));
        await passing(SHORT.ttlMs / 2);
      }
    })();
    await passing(3_000);
    for (let kill = 0; kill < KILLS; kill++) {
      await world.processes.shift()!.kill();
      void world.addProcess();
      await passing(KILL_EVERY_MS);
      await eventually('another sweeper runs', 10_000, () => world.processes.length > 0);
    }
    const expired = VISITORS - refreshed.size;
    await eventually('all who expired are announced', 10_000, async () => {
      return (await world.announcedOff()).length >= expired;
    });
    isOver = true;
    await refreshing;

    const off = await world.announcedOff();
    const offIds = new Set(off.map(({ visitorId }) => visitorId));
    const mistaken = [...refreshed].filter((id) => offIds.has(id)).length;
    const lost = ids.filter((id) => !refreshed.has(id) && !offIds.has(id)).length;
    counted('E-16', {
      expired,
      'sweepers killed': KILLS,
      lost,
      doubled: off.length - offIds.size,
      mistaken,
      'returned from offline': returned,
    });
    expect([lost, off.length - offIds.size, mistaken, returned]).toEqual([0, 0, 0, 0]);
  });
});
