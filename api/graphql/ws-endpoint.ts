import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Log } from '../log';
import type { EndpointParts } from './http-endpoint';
import { isAcceptedUpgrade } from './socket/is-accepted-upgrade';
import { serveSocket } from './socket/serve-socket';
import { socketProtocol } from './socket/socket-protocol';

const LARGEST_MESSAGE = 64 * 1024;
/** Tells a client to come back, perhaps to another node. */
const GOING_AWAY = 1001;

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
    if (!isAcceptedUpgrade(request, trustsProxies)) return refuse(connection);
    sockets.handleUpgrade(request, connection, head, (socket) =>
      serveSocket({ socket, request, protocol, log }),
    );
  };
  server.on('upgrade', onUpgrade);
  return {
    async close() {
      server.off('upgrade', onUpgrade);
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Server is going away');
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
}

function refuse(connection: Duplex): void {
  // Nobody else listens for the failures of a connection that was not accepted, and an unheard one ends the process.
  connection.on('error', () => connection.destroy());
  connection.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
}
