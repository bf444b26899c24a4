import assert from 'node:assert/strict';
import { getIntrospectionQuery } from 'graphql';
import type { RawSocket } from '../testing/raw-socket';
import type { ConformanceCase } from './conformance-case';
import { roundTrip, WATCH, withConnected } from './socket-session';

const MOST_SUBSCRIPTIONS = 50;

const talk = (title: string, run: (socket: RawSocket) => Promise<unknown>): ConformanceCase => ({
  title,
  run: (target) => withConnected(target, run),
});

const closing = (title: string, code: number, act: (socket: RawSocket) => unknown): ConformanceCase =>
  talk(`${title} closes the socket with ${code}`, async (socket) => {
    await act(socket);
    assert.equal((await socket.closed).code, code);
  });

const elsewhere = (title: string, query: string): ConformanceCase =>
  talk(`${title} over the socket: SUBSCRIPTION_TRANSPORT`, async (socket) => {
    socket.subscribe('1', query);
    const { payload } = await socket.next('error', '1');
    assert.equal(payload[0].extensions.code, 'SUBSCRIPTION_TRANSPORT');
    await roundTrip(socket);
    assert.deepEqual(socket.unread('1'), []);
  });

/** What may be said once the credential is accepted, and what is answered. */
export const SOCKET_MESSAGE_CASES: readonly ConformanceCase[] = [
  closing('a word', 4400, (socket) => socket.send('hello')),
  closing('an empty object', 4400, (socket) => socket.send({})),
  closing('a list', 4400, (socket) => socket.send('[]')),
  closing('a type that nobody knows', 4400, (socket) => socket.send({ type: 'start', id: '1' })),
  closing('a message that only servers send', 4400, (socket) =>
    socket.send({ type: 'next', id: '1', payload: {} }),
  ),
  closing('a subscription without a query', 4400, (socket) =>
    socket.send({ type: 'subscribe', id: '1', payload: {} }),
  ),
  closing('a binary frame', 4400, (socket) => socket.socket.send(Buffer.from('{"type":"ping"}'))),
  closing('[X-05] a message over 64 KiB', 1009, (socket) =>
    socket.send({ type: 'ping', payload: { x: 'x'.repeat(65_536) } }),
  ),
  closing('a second connection_init', 4429, (socket) => socket.send({ type: 'connection_init' })),
  closing('an id that is live', 4409, async (socket) => {
    socket.subscribe('1', WATCH);
    await socket.next('next', '1');
    socket.subscribe('1', WATCH);
  }),
  closing('an id whose subscription is being prepared', 4409, (socket) => {
    socket.subscribe('1', WATCH);
    socket.subscribe('1', WATCH);
  }),
  talk('a ping is answered with its payload; what needs no answer gets none', async (socket) => {
    socket.send({ type: 'pong' });
    socket.send({ type: 'complete', id: 'unknown' });
    socket.send({ type: 'ping', payload: { n: 1 } });
    assert.deepEqual(await socket.next('pong'), { type: 'pong', payload: { n: 1 } });
    assert.deepEqual(socket.unread('unknown'), []);
  }),
  talk('a subscription is answered at once, and silent once it is ended', async (socket) => {
    socket.subscribe('1', WATCH);
    const { payload } = await socket.next('next', '1');
    assert.equal(typeof payload.data.visitorPresenceChanged.cursor, 'string');
    socket.send({ type: 'complete', id: '1' });
    await roundTrip(socket);
    const onTheWay = socket.unread('1');
    await roundTrip(socket);
    assert.deepEqual(socket.unread('1'), onTheWay);
  }),
  talk('any id will do, again too once its subscription is over', async (socket) => {
    for (const id of ['__proto__', '__proto__', 'constructor', '\u0000']) {
      socket.subscribe(id, WATCH);
      await socket.next('next', id);
      socket.send({ type: 'complete', id });
      await roundTrip(socket);
    }
  }),
  talk('the 51st subscription of a socket: TOO_MANY_SUBSCRIPTIONS', async (socket) => {
    for (let i = 1; i <= MOST_SUBSCRIPTIONS + 1; i++) socket.subscribe(String(i), WATCH);
    const { id, payload } = await socket.next('error');
    assert.deepEqual([id, payload[0].extensions.code], ['51', 'TOO_MANY_SUBSCRIPTIONS']);
    await socket.next('next', '50');
  }),
  elsewhere('a query', '{ viewer { kind } }'),
  elsewhere('a mutation', 'mutation { logout { agentId } }'),
  elsewhere('[X-09] introspection', getIntrospectionQuery()),
];
