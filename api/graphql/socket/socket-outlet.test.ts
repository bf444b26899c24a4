import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { SocketOutlet, type OutletLimits } from './socket-outlet';

const CHUNK = 'x'.repeat(64 * 1024);
const SOFT = 256 * 1024;
const HARD = 1024 * 1024;

describe('the way out to one client', () => {
  let server: WebSocketServer;
  let client: WebSocket;

  beforeEach(async () => {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
  });
  afterEach(() => {
    client.terminate();
    server.close();
  });

  const connect = async (limits: Partial<OutletLimits> = {}) => {
    const accepted = once(server, 'connection') as Promise<[WebSocket]>;
    client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const [[socket]] = await Promise.all([accepted, once(client, 'open')]);
    const outlet = new SocketOutlet(socket, { mostWaitingBytes: SOFT, hardWaitingBytes: HARD, ...limits });
    return { socket, outlet };
  };
  /** Sends as long as it is asked to, as the hub does. Resolves to what waits then. */
  const fill = async ({ socket, outlet }: Awaited<ReturnType<typeof connect>>) => {
    while (!outlet.isClogged) {
      outlet.post(CHUNK);
      await new Promise(setImmediate);
    }
    return socket.bufferedAmount;
  };

  it('is clogged when too much waits, and no more waits than that and one message', async () => {
    const connection = await connect();
    client.pause();

    const waiting = await fill(connection);

    expect(waiting).toBeGreaterThan(SOFT);
    expect(waiting).toBeLessThan(SOFT + 2 * CHUNK.length);
  });

  it('[E-21] tells once when a slow reader has caught up', async () => {
    const connection = await connect();
    client.pause();
    await fill(connection);
    const drained = jest.fn();
    const isDrained = new Promise<void>((resolve) =>
      connection.outlet.onceDrained(() => (drained(), resolve())),
    );

    client.resume();
    await isDrained;

    expect(connection.outlet.isClogged).toBe(false);
    expect(connection.socket.bufferedAmount).toBeLessThanOrEqual(SOFT / 2);
    await connection.outlet.send('one more');
    expect(drained).toHaveBeenCalledTimes(1);
  });

  it('[E-21] closes a reader with 1013 that does not catch up in time', async () => {
    const connection = await connect({ drainMs: 50, closeMs: 5_000 });
    client.pause();
    await fill(connection);
    while (connection.outlet.isOpen) await new Promise(setImmediate);

    client.resume();
    const [code] = (await once(client, 'close')) as [number];

    expect(code).toBe(1013);
  });

  it('cuts a reader that does not even read the goodbye', async () => {
    const connection = await connect({ drainMs: 20, closeMs: 20 });
    client.pause();
    await fill(connection);

    await once(connection.socket, 'close');

    expect(connection.socket.bufferedAmount).toBe(0);
  });

  it('cuts a reader that makes anything else pile up, such as answers to its pings', async () => {
    const connection = await connect();
    client.pause();
    const closed = once(connection.socket, 'close');
    let most = 0;
    while (connection.outlet.isOpen) {
      connection.outlet.post(CHUNK);
      most = Math.max(most, connection.socket.bufferedAmount);
      await new Promise(setImmediate);
    }
    await closed;

    expect(most).toBeLessThan(HARD + 2 * CHUNK.length);
  });

  it('sends nothing to a socket that is closed', async () => {
    const { socket, outlet } = await connect();
    client.terminate();
    await once(socket, 'close');

    await outlet.send('hello');

    expect(outlet.isOpen).toBe(false);
  });
});
