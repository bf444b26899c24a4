import { once } from 'node:events';
import { connect } from 'node:net';
import { getIntrospectionQuery } from 'graphql';
import { callApi } from '../testing/api-client';
import { RawSocket } from '../testing/raw-socket';
import { startTestNode, type TestNode } from '../testing/test-node';

const WATCH = 'subscription { visitorPresenceChanged { cursor changes { kind } } }';
const nested = (levels: number) => `subscription { ${'a { '.repeat(levels - 1)}a${' }'.repeat(levels)}`;
const aliases = Array.from({ length: 31 }, (_, i) => `a${i}: cursor`).join(' ');

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

  const raw = async (...args: Parameters<typeof RawSocket.open> extends [string, ...infer R] ? R : never) => {
    const socket = await RawSocket.open(node.url, ...args);
    open.push(socket);
    return socket;
  };
  const connected = async () => {
    const socket = await RawSocket.connect(node.url, node.apiKey);
    open.push(socket);
    return socket;
  };
  const identify = (tabId: string) =>
    callApi(
      node.url,
      'mutation ($input: IdentifyInput!) { identify(input: $input) { userErrors { code } } }',
      { input: { siteKey: node.site.key, tabId } },
    );

  describe('the handshake', () => {
    it.each([
      ['a foreign origin', 'https://evil.test'],
      ['the origin null', 'null'],
      ['our host by another scheme', 'https://127.0.0.1'],
    ])('%s is refused with 403', async (_name, origin) => {
      await expect(RawSocket.open(node.url, { origin })).rejects.toThrow('403');
    });

    it('our own origin is accepted', async () => {
      await raw({ origin: node.url });
    });

    it.each(['//', '/', '/other', 'http://'])(
      'the address %j is refused, and the node lives on',
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

    it('without the subprotocol the socket is closed with 4406', async () => {
      const socket = await raw({}, []);

      expect(await socket.closed).toMatchObject({ code: 4406 });
    });
  });

  describe('the credential', () => {
    it.each([
      ['no payload', undefined],
      ['no authorization', {}],
      ['a key that is none', { authorization: 'Bearer nonsense' }],
      ['an authorization that is no text', { authorization: { toString: 'x' } }],
    ])('%s closes the socket with 4403', async (_name, payload) => {
      const socket = await raw();

      socket.send({ type: 'connection_init', payload });

      expect(await socket.closed).toEqual({ code: 4403, reason: 'Forbidden' });
    });

    it('a key in the address counts for nothing', async () => {
      const { hostname, port } = new URL(node.url);
      const { WebSocket } = await import('ws');
      const socket = new WebSocket(
        `ws://${hostname}:${port}/graphql?authorization=Bearer%20${node.apiKey}`,
        'graphql-transport-ws',
      );
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'connection_init' }));

      const [code] = (await once(socket, 'close')) as [number];
      expect(code).toBe(4403);
      expect(JSON.stringify(node.events)).not.toContain(node.apiKey);
    });
  });

  describe('the protocol', () => {
    it.each<[string, (socket: RawSocket) => void, number]>([
      ['a word', (socket) => socket.send('hello'), 4400],
      ['an empty object', (socket) => socket.send({}), 4400],
      ['a binary frame', (socket) => socket.socket.send(Buffer.from('{"type":"ping"}')), 4400],
      ['a second connection_init', (socket) => socket.send({ type: 'connection_init' }), 4429],
      [
        'a message over 64 KiB',
        (socket) => socket.send({ type: 'ping', payload: { x: 'x'.repeat(65_536) } }),
        1009,
      ],
      [
        'an id that is live',
        (socket) => {
          socket.subscribe('1', WATCH);
          socket.subscribe('1', WATCH);
        },
        4409,
      ],
    ])('%s closes the socket', async (_name, send, code) => {
      const socket = await connected();

      send(socket);

      expect(await socket.closed).toMatchObject({ code });
    });

    it('a subscription before the acknowledgement closes the socket with 4401', async () => {
      const socket = await raw();

      socket.subscribe('1', WATCH);

      expect(await socket.closed).toMatchObject({ code: 4401 });
    });

    it('a ping is answered with its payload; what needs no answer gets none', async () => {
      const socket = await connected();

      socket.send({ type: 'pong' });
      socket.send({ type: 'complete', id: 'unknown' });
      socket.send({ type: 'ping', payload: { n: 1 } });

      expect(await socket.next('pong')).toEqual({ type: 'pong', payload: { n: 1 } });
    });

    it('any id will do, again too once its subscription is over', async () => {
      const socket = await connected();

      for (let i = 0; i < 2; i++) {
        socket.subscribe('__proto__', WATCH);
        expect(await socket.next('next', '__proto__')).toBeDefined();
        socket.send({ type: 'complete', id: '__proto__' });
        socket.send({ type: 'ping' });
        await socket.next('pong');
      }
    });
  });

  describe('an operation that is refused ends alone', () => {
    const cases: [name: string, query: string, code: string][] = [
      ['a query', '{ viewer { kind } }', 'SUBSCRIPTION_TRANSPORT'],
      ['a mutation', 'mutation { logout { agentId } }', 'SUBSCRIPTION_TRANSPORT'],
      ['introspection', getIntrospectionQuery(), 'SUBSCRIPTION_TRANSPORT'],
      ['a syntax error', '{ hello', 'GRAPHQL_PARSE_FAILED'],
      ['an unknown field', 'subscription { visitorPresenceChanged { cursr } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['1,200 tokens', `subscription { ${'a '.repeat(1_200)} }`, 'GRAPHQL_PARSE_FAILED'],
      ['33 KB of comments', `${WATCH} #${'x'.repeat(33_000)}`, 'QUERY_TOO_COMPLEX'],
      ['11 levels', nested(11), 'QUERY_TOO_DEEP'],
      ['3,000 levels', nested(3_000), 'GRAPHQL_PARSE_FAILED'],
      ['31 aliases', `subscription { visitorPresenceChanged { ${aliases} } }`, 'QUERY_TOO_COMPLEX'],
    ];

    it.each(cases)('%s', async (_name, query, code) => {
      const socket = await connected();
      socket.subscribe('good', WATCH);
      await socket.next('next', 'good');

      socket.subscribe('bad', query);

      const { payload } = await socket.next('error', 'bad');
      expect(Array.isArray(payload)).toBe(true);
      expect(
        (payload as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code),
      ).toContain(code);
      expect(payload[0].extensions.requestId).toMatch(/^[\da-f-]{36}$/);
      expect(JSON.stringify(payload)).not.toMatch(/Did you mean|call stack/);
      await identify(`tab-${code}-${query.length}`);
      expect((await socket.next('next', 'good')).payload.errors).toBeUndefined();
    });

    it('variables that do not fit are BAD_USER_INPUT', async () => {
      const socket = await connected();

      socket.subscribe(
        '1',
        'subscription ($after: String) { visitorPresenceChanged(after: $after) { cursor } }',
        {
          after: 5,
        },
      );

      const { payload } = await socket.next('next', '1');
      expect(payload).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
      expect(await socket.next('complete', '1')).toEqual({ id: '1', type: 'complete' });
    });

    it('more than 100 visitors are BAD_USER_INPUT', async () => {
      const socket = await connected();
      const query = 'subscription ($ids: [ID!]) { visitorPresenceChanged(visitorIds: $ids) { cursor } }';

      socket.subscribe('1', query, { ids: Array(101).fill('x') });

      const { payload } = await socket.next('next', '1');
      expect(payload).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    });
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
