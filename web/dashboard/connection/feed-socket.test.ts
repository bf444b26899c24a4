/** @jest-environment node */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { ConnectionMonitor } from './connection-monitor';
import { feedSocket, type FeedSocket } from './feed-socket';
import { RetryWait } from './retry-wait';

const QUICK_MS = 20;
const LONG_MS = 60_000;

interface Message {
  readonly type: string;
  readonly id?: string;
}

let server: WebSocketServer;
let feed: FeedSocket;
let retryWait: RetryWait;
let monitor: ConnectionMonitor;

beforeAll(() => {
  globalThis.WebSocket = WebSocket as unknown as typeof globalThis.WebSocket;
});

beforeEach(async () => {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  server = new WebSocketServer({ server: http });
  server.once('close', () => http.close());
  retryWait = new RetryWait();
  monitor = new ConnectionMonitor(Date.now);
});

afterEach(async () => {
  feed.close();
  retryWait.cutShort();
  monitor.close();
  for (const socket of server.clients) socket.terminate();
  server.close();
  await once(server, 'close');
});

/** A dashboard that listens to the server for as long as the test lasts. */
function listen(change: Partial<Parameters<typeof feedSocket>[0]> = {}) {
  const { port } = server.options.server?.address() as AddressInfo;
  const onReturn = jest.fn();
  const onRefused = jest.fn();
  const parts = { monitor, retryWait, onReturn, onRefused, pingEveryMs: LONG_MS, ...change };
  feed = feedSocket({ url: `ws://127.0.0.1:${port}`, ...parts });
  monitor.caughtUp(); // a feed begins with a read
  const sink = { next: () => {}, error: () => {}, complete: () => {} };
  feed.client.subscribe({ query: 'subscription { x }' }, sink);
  return { onReturn, onRefused };
}

const isA = (type: string) => (data: unknown) => (JSON.parse(String(data)) as Message).type === type;

/** Welcomes the next dashboard and resolves once it has subscribed. */
async function welcome(): Promise<WebSocket> {
  const [socket] = (await once(server, 'connection')) as [WebSocket];
  return new Promise((resolve) => {
    socket.on('message', (data) => {
      if (isA('connection_init')(data)) socket.send('{"type":"connection_ack"}');
      if (isA('subscribe')(data)) resolve(socket);
    });
  });
}

/** Once the dashboard waits for its next try, lets it try at once. */
async function hurry(): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (retryWait.dueAtMs.get() === null) return;
      stop();
      resolve();
    };
    const stop = retryWait.dueAtMs.subscribe(look);
    look();
  });
  retryWait.cutShort();
}

describe('the socket under the feed', () => {
  it('[D-9] comes back after the server went away, subscribes again, and says that it was away', async () => {
    const { onReturn } = listen();
    const first = await welcome();
    expect(onReturn).not.toHaveBeenCalled();

    const back = welcome();
    first.terminate();
    await hurry();
    await back;

    expect(onReturn).toHaveBeenCalledTimes(1);
  });

  it('[D-9] goes on trying long after the five times that are usual', async () => {
    const { onReturn } = listen();
    const refuse = (socket: WebSocket): void => socket.terminate();
    (await welcome()).terminate();
    server.on('connection', refuse);
    for (let failed = 0; failed < 9; failed += 1) await hurry();
    server.off('connection', refuse);

    // The ninth wait was cut short just now, so the tenth try is on its way.
    await welcome();

    expect(onReturn).toHaveBeenCalledTimes(1);
  });

  it('[D-6] [W-08] drops a connection whose server stopped answering pings, and tries anew', async () => {
    listen({ pingEveryMs: QUICK_MS, pongWithinMs: QUICK_MS });
    await welcome();

    const again = once(server, 'connection');
    await hurry();
    await again;

    expect(monitor.status.get().phase).toBe('stale');
  });

  it('[D-9] reports a socket that was closed for want of a session', async () => {
    const { onRefused } = listen();
    const socket = await welcome();

    socket.close(4403, 'Forbidden');
    await hurry();

    expect(onRefused).toHaveBeenCalledTimes(1);
  });
});
