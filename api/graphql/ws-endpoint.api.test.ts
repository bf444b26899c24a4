import { once } from 'node:events';
import { connect } from 'node:net';
import { REFUSALS, ROOTS } from '../conformance/refusal-table';
import { callApi } from '../testing/api-client';
import { RawSocket } from '../testing/raw-socket';
import { startTestNode, type TestNode } from '../testing/test-node';

const WATCH = 'subscription { visitorPresenceChanged { cursor changes { kind } } }';

describe('GraphQL over WebSocket', () => {
  let node: TestNode;
  const open: RawSocket[] = [];

  beforeAll(async () => {
    node = await startTestNode({ env: { PORCHLIGHT_COALESCING_MS: '5' } });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((socket) => socket.close()));
  });
  afterAll(() => node.close());

  const connected = async () => {
    const socket = await RawSocket.connect(node.url, node.apiKey);
    open.push(socket);
    return socket;
  };

  it.each(['//', '/', '/other', 'http://'])(
    'a handshake at the address %j is refused, and the node lives on',
    async (path) => {
      const { hostname, port } = new URL(node.url);
      const connection = connect(Number(port), hostname);
      connection.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
      const [answer] = (await once(connection, 'data')) as [Buffer];
      connection.destroy();

      expect(answer.toString()).toMatch(/^HTTP\/1.1 403 /);
      expect((await fetch(`${node.url}/healthz`)).status).toBe(200);
    },
  );

  it('a subscription lives on whatever else its socket asks for', async () => {
    const socket = await connected();
    socket.subscribe('good', WATCH);
    await socket.next('next', 'good');

    for (const [index, { document, variables, operationName }] of REFUSALS.entries()) {
      const payload = { query: document(ROOTS.WebSocket), variables, operationName };
      socket.send({ id: `bad ${index}`, type: 'subscribe', payload });
      await socket.nextOf(['error', 'next'], `bad ${index}`);
    }
    await callApi(
      node.url,
      'mutation ($input: IdentifyInput!) { identify(input: $input) { userErrors { code } } }',
      { input: { siteKey: node.site.key, tabId: 'tab-00000001' } },
    );

    const { payload } = await socket.next('next', 'good');
    expect(payload.data.visitorPresenceChanged.changes).toEqual([{ kind: 'CAME_ONLINE' }]);
  });

  it('a connection that is cut while it subscribes leaves nothing behind', async () => {
    const sockets = await Promise.all(
      Array.from({ length: 30 }, () => RawSocket.connect(node.url, node.apiKey)),
    );

    for (const socket of sockets) {
      socket.subscribe('1', WATCH);
      socket.socket.terminate();
    }

    await Promise.all(sockets.map(({ closed }) => closed));
    // The last subscription was asked for before this one, so what is left of it would be there by now.
    const last = await connected();
    last.subscribe('1', WATCH);
    await last.next('next', '1');
    last.send({ type: 'complete', id: '1' });
    await untilNobodyFollows(last);
    expect(node.services.changes.followerCount).toBe(0);
  });

  it('[W-03] a node that closes sends its sockets away with 1001', async () => {
    const second = await startTestNode({ besides: node });
    const socket = await RawSocket.connect(second.url, node.apiKey);
    socket.subscribe('1', WATCH);
    await socket.next('next', '1');

    await second.close();

    expect(await socket.closed).toMatchObject({ code: 1001 });
    expect(second.services.changes.followerCount).toBe(0);
  });

  /** A round trip on the socket lets the node finish what it does about the others. */
  async function untilNobodyFollows(socket: RawSocket): Promise<void> {
    for (let i = 0; i < 50 && node.services.changes.followerCount > 0; i++) {
      socket.send({ type: 'ping' });
      await socket.next('pong');
    }
  }
});
