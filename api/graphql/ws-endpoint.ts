import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Log } from '../log';
import { requestIdFor } from '../request-id';
import type { EndpointParts } from './http-endpoint';
import { isAcceptedUpgrade } from './socket/is-accepted-upgrade';
import { SOCKET_CLOSE } from './socket/socket-close';
import { serveSocket } from './socket/serve-socket';
import { socketProtocol } from './socket/socket-protocol';

const LARGEST_MESSAGE = 64 * 1024;
/** Sockets are closed in slices, so that their clients do not all come back in the same moment. */
const SLICE = 50;
const SLICE_EVERY_MS = 20;
/** How long a client may take to say goodbye too. */
const GOODBYE_MS = 5_000;

export interface WsEndpointOptions extends EndpointParts {
  readonly server: Server;
  readonly log: Log;
  /** Whether X-Forwarded-Proto and X-Forwarded-Host may be believed. */
  readonly trustsProxies: boolean;
}

/** Serves subscriptions on `/graphql` over WebSocket until `close` is called, which tells every client to come back. */
export function serveWebSocket(options: WsEndpointOptions): { close(): Promise<void> } {
  const { server, log, trustsProxies } = options;
  const protocol = makeServer(socketProtocol(options));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, handleProtocols });
  const onUpgrade = (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    if (!isAcceptedUpgrade(request, trustsProxies)) return refuse(connection, request);
    sockets.handleUpgrade(request, connection, head, (socket) =>
      serveSocket({ socket, request, protocol, log }),
    );
  };
  server.on('upgrade', onUpgrade);
  return {
    async close() {
      server.off('upgrade', onUpgrade);
      const closed = new Promise((resolve) => sockets.close(resolve));
      await sendAllAway([...sockets.clients]);
      await closed;
    },
  };
}

async function sendAllAway(sockets: readonly WebSocket[]): Promise<void> {
  for (let i = 0; i < sockets.length; i += SLICE) {
    if (i > 0) await setTimeout(SLICE_EVERY_MS);
    for (const socket of sockets.slice(i, i + SLICE)) {
      socket.close(SOCKET_CLOSE.goingAway, 'Server is going away');
      const deadline = globalThis.setTimeout(() => socket.terminate(), GOODBYE_MS);
      socket.once('close', () => clearTimeout(deadline));
    }
  }
}

function refuse(connection: Duplex, { headers }: IncomingMessage): void {
  // Nobody else listens for the failures of a connection that was not accepted, and an unheard one ends the process.
  connection.on('error', () => connection.destroy());
  const requestId = requestIdFor(headers['x-request-id']);
  const message = 'Subscriptions are served at /graphql, to programs and to our own pages.';
  const body = JSON.stringify({
    errors: [{ message, extensions: { code: 'ORIGIN_NOT_ALLOWED', requestId } }],
  });
  const head = [
    'HTTP/1.1 403 Forbidden',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'connection: close',
  ];
  connection.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
