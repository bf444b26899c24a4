import { RawSocket } from '../testing/raw-socket';
import { startTestNode } from '../testing/test-node';
import { newId } from '../typed-id';

/** Thirty times the page of each change, so that little is needed to fill every buffer on the way. */
const COPIES = Array.from({ length: 29 }, (_, i) => `p${i}: page { url }`).join(' ');
const WATCH = `subscription { visitorPresenceChanged { cursor resyncRequired changes { visitorId ${COPIES} } } }`;
const WATCH_LITTLE = 'subscription { visitorPresenceChanged { cursor changes { visitorId } } }';
const VISITORS = 200;
const ROUNDS = 25;
const MIB = 1024 * 1024;

describe('a subscriber that stops reading', () => {
  it('[P12] [E-21] costs the others nothing and the node little; when it reads again it is told to read all', async () => {
    const node = await startTestNode({ env: { PORCHLIGHT_COALESCING_MS: '5' } });
    const [slow, fast] = await Promise.all([
      RawSocket.connect(node.url, node.apiKey),
      RawSocket.connect(node.url, node.apiKey),
    ]);
    slow.subscribe('1', WATCH);
    fast.subscribe('1', WATCH_LITTLE);
    await Promise.all([slow.next('next', '1'), fast.next('next', '1')]);
    const visitorIds = Array.from({ length: VISITORS }, () => newId('visitor'));
    const view = (visitorId: string, round: number) =>
      node.services.sessions.touch({
        siteId: node.site.id,
        visitorId,
        tabId: 'tab-of-this-one',
        seq: null,
        isVisible: true,
        operation: 'IDENTIFIED',
        page: { url: `https://acme.test/${round}/${'x'.repeat(1_000)}`, title: null, referrer: null },
      });

    slow.socket.pause();
    const counts = { changes: 0, told: 0 };
    let mostBuffers = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.all(visitorIds.map((visitorId) => view(visitorId, round)));
      counts.changes += VISITORS;
      const { position } = (await node.services.sessions.getPosition(node.site.id))!;
      for (let heard = 0; heard < position.offset;) {
        const { payload } = await fast.next('next', '1');
        const update = payload.data.visitorPresenceChanged as { cursor: string; changes: unknown[] };
        counts.told += update.changes.length;
        heard = offsetOf(update.cursor);
      }
      mostBuffers = Math.max(mostBuffers, process.memoryUsage().external);
    }
    slow.socket.resume();
    let toldToSlow = 0;
    let isResync = false;
    while (!isResync) {
      const { payload } = await slow.next('next', '1');
      const update = payload.data.visitorPresenceChanged as { resyncRequired: boolean; changes: unknown[] };
      toldToSlow += update.changes.length;
      isResync = update.resyncRequired;
    }

    expect(counts).toEqual({ changes: VISITORS * ROUNDS, told: VISITORS * ROUNDS });
    expect(toldToSlow).toBeLessThan(VISITORS * ROUNDS);
    expect(mostBuffers).toBeLessThan(100 * MIB);
    await view(visitorIds[0]!, ROUNDS);
    const { payload } = await slow.next('next', '1');
    expect(payload.data.visitorPresenceChanged).toMatchObject({
      resyncRequired: false,
      changes: [{ visitorId: visitorIds[0] }],
    });
    await Promise.all([slow.close(), fast.close()]);
    await node.close();
  });
});

/** A cursor is a signature and what was signed. */
function offsetOf(cursor: string): number {
  const [, offset] = JSON.parse(Buffer.from(cursor, 'base64url').subarray(12).toString()) as [string, number];
  return offset;
}
