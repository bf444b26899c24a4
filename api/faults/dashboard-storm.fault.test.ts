import { newId } from '../typed-id';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld } from './rig/fault-world';
import type { Observer } from './rig/observer';

const OBSERVERS = 200;
const AT_ONCE = 20;
const KEYS = 5;
const CHANGES_EVERY_MS = 20;
const CHANGES = 150;
const BACK_WITHIN_MS = 30_000;

describe('a node with half of the dashboards that is killed', () => {
  let world: FaultWorld;
  const env = { PORCHLIGHT_SESSION_TTL_VISIBLE_MS: '60000', PORCHLIGHT_SESSION_TTL_HIDDEN_MS: '60000' };
  beforeAll(async () => (world = await FaultWorld.start({ env, processes: 2 })));
  afterAll(() => world.stop());

  it('[P12] E-01: all are live on the other node in time, and each has seen every change once or was told to read again', async () => {
    const { siteId, home } = world;
    const urls = world.processes.map(({ url }) => url);
    // Of one credential, a node takes no more than a hundred sockets.
    const keys = await Promise.all(Array.from({ length: KEYS }, () => world.newKey()));
    const observers: Observer[] = [];
    for (let i = 0; i < OBSERVERS; i += AT_ONCE) {
      observers.push(
        ...(await Promise.all(
          Array.from({ length: AT_ONCE }, (_, j) =>
            world.observe(urls, i + j, { apiKey: keys[(i + j) % KEYS]! }),
          ),
        )),
      );
    }
    const come = () =>
      home.services.sessions.touch({
        siteId,
        visitorId: newId('visitor'),
        tabId: 'tab-00000001',
        seq: null,
        isVisible: true,
        operation: 'IDENTIFIED',
        page: null,
      });
    const first = (await world.snapshot())!.position.offset;
    const coming = setInterval(() => void come().catch(() => (failed += 1)), CHANGES_EVERY_MS);
    let failed = 0;
    await eventually('changes flow', 10_000, () => observers.every(({ seen }) => seen.length > 5));

    const orphans = observers.filter((_, i) => i % 2 === 0);
    const killedMs = Date.now();
    await world.processes[0]!.kill();
    await eventually('all orphans are live again', BACK_WITHIN_MS, () => {
      return orphans.every(({ isLive, liveSinceMs }) => isLive && liveSinceMs > killedMs);
    });
    const liveMs = Math.max(...orphans.map(({ liveSinceMs }) => liveSinceMs)) - killedMs;
    await eventually(
      'changes flow on',
      10_000,
      async () => (await world.snapshot())!.position.offset > first + CHANGES,
    );
    clearInterval(coming);
    const last = (await world.snapshot())!.position.offset;
    await eventually('everybody has heard the last change', 5_000, () =>
      observers.every(({ seen, resyncs }) => resyncs > 0 || seen.at(-1)?.offset === last),
    );

    const lost = observers.map(({ seen, resyncs }) =>
      resyncs > 0 ? 0 : last - first - new Set(seen.map((c) => c.offset)).size,
    );
    const online = await world.online();
    const wrong = await Promise.all(observers.map((observer) => observer.wrong(online)));
    counted('E-01', {
      dashboards: OBSERVERS,
      orphans: orphans.length,
      changes: last - first,
      'all live after ms': liveMs,
      lost: lost.reduce((sum, n) => sum + n, 0),
      doubled: observers.reduce((sum, { doubled }) => sum + doubled, 0),
      'out of order': observers.reduce((sum, { outOfOrder }) => sum + outOfOrder, 0),
      resyncs: observers.reduce((sum, { resyncs }) => sum + resyncs, 0),
      attempts: orphans.reduce((sum, { attempts }) => sum + attempts - 1, 0),
    });
    expect(failed).toBe(0);
    expect(lost).toEqual(observers.map(() => 0));
    expect(observers.map(({ doubled, outOfOrder }) => doubled + outOfOrder)).toEqual(observers.map(() => 0));
    expect(wrong).toEqual(observers.map(() => 0));
  });
});
