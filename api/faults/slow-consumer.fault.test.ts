import { newId } from '../typed-id';
import { RawSocket } from '../testing/raw-socket';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld } from './rig/fault-world';
import { heapGrowth } from './rig/heap-growth';
import { median } from './rig/median';

const HEALTHY = 5;
const VISITORS = 300;
const CHANGES = 4_000;
const AT_ONCE = 20;
/** So that the kernel's buffers fill long before the changes end. */
const LONG_PATH = 'a'.repeat(1_500);
const TRY_AGAIN_LATER = 1013;
const WATCH = `subscription { visitorPresenceChanged { cursor resyncRequired
  changes { visitorId kind page { url title } again: page { url } } } }`;

describe('a dashboard that stops reading', () => {
  let world: FaultWorld;
  const env = { PORCHLIGHT_SESSION_TTL_VISIBLE_MS: '60000', PORCHLIGHT_SESSION_TTL_HIDDEN_MS: '60000' };
  beforeAll(async () => (world = await FaultWorld.start({ env })));
  afterAll(() => world.stop());

  it('[P12] E-21: the others miss nothing, memory stays, and it is told to read again or sent away', async () => {
    const { siteId, home } = world;
    const healthy = await Promise.all(Array.from({ length: HEALTHY }, () => world.observe()));
    const slow = await RawSocket.connect(home.url, home.apiKey);
    slow.subscribe('1', WATCH);
    await slow.next('next', '1');
    const ids = Array.from({ length: VISITORS }, () => newId('visitor'));
    const view = async (visitorId: string, path: string) => {
      const page = { url: `https://acme.test/${path}/${LONG_PATH}`, title: null, referrer: null };
      const session = { siteId, visitorId, tabId: 'tab-00000001', seq: null, isVisible: true };
      await home.services.sessions.touch({ ...session, operation: 'IDENTIFIED', page });
    };
    await Promise.all(ids.map((id) => view(id, 'start')));
    await eventually('all are seen', 5_000, () => healthy.every(({ seen }) => seen.length >= VISITORS));
    const first = (await world.snapshot())!.position.offset;

    slow.socket.pause();
    const delays: number[] = [];
    const heapMb = await heapGrowth(async () => {
      for (let change = 0; change < CHANGES; change += AT_ONCE) {
        const startedMs = performance.now();
        await Promise.all(
          Array.from({ length: AT_ONCE }, (_, i) => view(ids[(change + i) % VISITORS]!, `${change}`)),
        );
        const last = first + change + AT_ONCE;
        await eventually('the healthy ones have heard it', 5_000, () =>
          healthy.every(({ seen }) => (seen.at(-1)?.offset ?? 0) >= last),
        );
        delays.push(performance.now() - startedMs);
      }
    });
    const position = (await world.snapshot())!.position.offset;
    let outcome = '';
    slow.socket.resume();
    void slow.closed.then(
      ({ code }) => (outcome ||= code === TRY_AGAIN_LATER ? 'sent away' : `closed with ${code}`),
    );
    void (async () => {
      // Until the connection is over.
      for (let told; (told = await slow.next('next', '1').catch(() => null));) {
        if (told.payload.data.visitorPresenceChanged.resyncRequired) outcome ||= 'told to read again';
      }
    })();
    await eventually('the slow one is told', 15_000, () => outcome !== '');
    slow.socket.terminate();

    const lost = healthy.map(({ seen }) => position - new Set(seen.map(({ offset }) => offset)).size);
    const online = await world.online();
    const wrong = await Promise.all(healthy.map((observer) => observer.wrong(online)));
    counted('E-21', {
      changes: position - first,
      lost: lost.reduce((sum, n) => sum + n, 0),
      doubled: healthy.reduce((sum, { doubled }) => sum + doubled, 0),
      'heap MB': heapMb,
      'slow one': outcome,
      'round of 20 changes median ms': Math.round(median(delays)),
    });
    expect(heapMb).toBeLessThan(10);
    expect(lost).toEqual(healthy.map(() => 0));
    expect(wrong).toEqual(healthy.map(() => 0));
    expect(['told to read again', 'sent away']).toContain(outcome);
  });
});
