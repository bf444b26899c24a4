import { startBreakablePostgres } from '../testing/breakable-postgres';
import { RawSocket } from '../testing/raw-socket';
import { startTestNode } from '../testing/test-node';
import { newId } from '../typed-id';

const WATCH = 'subscription { visitorPresenceChanged { changes { visitorId } } }';
/** Longer than an answer about a credential is good for. */
const PAST_FRESH_MS = 1_300;

describe('a subscriber whose rights cannot be looked at, because PostgreSQL is away', () => {
  it('[E-20] goes on by the last answer, as fast as before', async () => {
    const database = await startBreakablePostgres();
    const node = await startTestNode({
      database,
      env: { PORCHLIGHT_COALESCING_MS: '5' },
    });
    const socket = await RawSocket.connect(node.url, node.apiKey);
    socket.subscribe('1', WATCH);
    await socket.next('next', '1');
    const connectedAtMs = Date.now();
    const arrive = async () => {
      const visitorId = newId('visitor');
      await node.services.sessions.touch({
        siteId: node.site.id,
        visitorId,
        tabId: 'tab-of-this-one',
        seq: null,
        isVisible: true,
        operation: 'IDENTIFIED',
        page: null,
      });
      return visitorId;
    };

    database.cut();
    const counts = { arrived: 0, told: 0 };
    while (Date.now() < connectedAtMs + PAST_FRESH_MS) {
      const visitorId = await arrive();
      const { payload } = await socket.next('next', '1');
      counts.arrived += 1;
      if (payload.data.visitorPresenceChanged.changes[0].visitorId === visitorId) counts.told += 1;
    }

    expect(counts.told).toBe(counts.arrived);
    expect(counts.told).toBeGreaterThan(10);
    await socket.close();
    await node.close();
  });
});
