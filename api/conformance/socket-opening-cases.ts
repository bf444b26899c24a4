import assert from 'node:assert/strict';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { RawSocket } from '../testing/raw-socket';
import type { ConformanceCase } from './conformance-case';
import { WATCH, withConnected, withSocket } from './socket-session';
import type { Target } from './target';

const closing = (
  title: string,
  code: number,
  act: (socket: RawSocket, target: Target) => void,
): ConformanceCase => ({
  title,
  run: (target) =>
    withSocket(target, async (socket) => {
      act(socket, target);
      assert.equal((await socket.closed).code, code);
    }),
});

const refusedOrigin = (title: string, originOf: (own: URL) => string): ConformanceCase => ({
  title: `[X-17] ${title} is refused with 403`,
  run: (target) =>
    assert.rejects(RawSocket.open(target.url, { origin: originOf(new URL(target.url)) }), /403/),
});

const init = (payload?: unknown) => (socket: RawSocket) => socket.send({ type: 'connection_init', payload });

/** From the handshake to the acknowledgement. */
export const SOCKET_OPENING_CASES: readonly ConformanceCase[] = [
  refusedOrigin('a page of another site', () => 'https://evil.test'),
  refusedOrigin('a page without an origin of its own', () => 'null'),
  refusedOrigin(
    'our host by another scheme',
    (own) => `${own.protocol === 'https:' ? 'http' : 'https'}://${own.host}`,
  ),
  refusedOrigin('our host at another port', (own) => `${own.protocol}//${own.hostname}:1`),
  refusedOrigin('a host that begins with ours', (own) => `${own.protocol}//${own.hostname}.evil.test`),
  refusedOrigin('a host that ends with ours', (own) => `${own.protocol}//evil-${own.host}`),
  {
    title: '[X-17] a page of our own may connect',
    run: async ({ url }) => {
      const socket = await RawSocket.open(url, { origin: new URL(url).origin });
      await socket.close();
    },
  },
  {
    title: '[X-17] a program, which has no origin, may connect with an API key',
    run: (target) => withConnected(target, () => Promise.resolve()),
  },
  {
    title: 'without the subprotocol the socket is closed with 4406',
    run: async ({ url }) => {
      const socket = await RawSocket.open(url, {}, []);
      assert.equal((await socket.closed).code, 4406);
    },
  },
  closing('without connection_init in time the socket is closed with 4408', 4408, () => undefined),
  closing('a subscription before the acknowledgement closes it with 4401', 4401, (socket) =>
    socket.subscribe('1', WATCH),
  ),
  closing('a second connection_init at once closes it with 4429', 4429, (socket, { apiKey }) => {
    init({ authorization: `Bearer ${apiKey}` })(socket);
    init()(socket);
  }),
  closing('[X-11] no payload: 4403', 4403, init()),
  closing('[X-11] no authorization: 4403', 4403, init({})),
  closing('[X-11] a key that is none: 4403', 4403, init({ authorization: 'Bearer nonsense' })),
  closing('[X-11] an authorization that is no text: 4403', 4403, init({ authorization: { toString: 'x' } })),
  {
    title: '[X-11] a key in the address counts for nothing: 4403',
    run: async ({ url, apiKey }) => {
      const search = `?authorization=${encodeURIComponent(`Bearer ${apiKey}`)}`;
      const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql${search}`, 'graphql-transport-ws');
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'connection_init' }));
      const [code] = (await once(socket, 'close')) as [number];
      assert.equal(code, 4403);
    },
  },
];
