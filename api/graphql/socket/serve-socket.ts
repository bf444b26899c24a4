import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Log } from '../../log';
import { SOCKET_CLOSE } from './socket-close';
import { SocketOutlet } from './socket-outlet';
import type { SocketSeat } from './socket-seat';

/** What the protocol can see of a connection. */
export interface SocketExtra {
  readonly outlet: SocketOutlet;
  readonly request: IncomingMessage;
  /** Once the connection is accepted. */
  seat?: SocketSeat;
}

interface SocketParts {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly protocol: Server<SocketExtra>;
  readonly log: Log;
}

/** A connection that has not answered one ping when the next is due is cut. */
const PING_EVERY_MS = 12_000;

/** Lets one connection speak the protocol until it closes. */
export function serveSocket({ socket, request, protocol, log }: SocketParts): void {
  const outlet = new SocketOutlet(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => outlet.send(text),
      close: (code, reason) => outlet.close(code, reason),
      onMessage: (handle) =>
        socket.on('message', (data: Buffer, isBinary: boolean) => {
          if (isBinary) return outlet.close(SOCKET_CLOSE.badRequest, 'Text messages only');
          handle(data.toString()).catch((err: unknown) => {
            if (isServersWord(err)) return outlet.close(SOCKET_CLOSE.badRequest, 'Only servers say that');
            log.error({ err }, 'socket_message_failed');
            outlet.close(SOCKET_CLOSE.tryAgainLater);
          });
        }),
    },
    { outlet, request },
  );
  const stopPings = pingUntilLost(socket);
  // What was wrong, a message too large perhaps, the close frame tells; here it only must not end the process.
  socket.on('error', (err) => log.debug({ err }, 'socket_failed'));
  socket.once('close', (code, reason) => {
    stopPings();
    closed(code, reason.toString()).catch((err: unknown) => log.error({ err }, 'socket_close_failed'));
  });
}

// The library throws for well-formed messages that a client has no business to send, instead of closing.
function isServersWord(err: unknown): boolean {
  return err instanceof Error && err.message.startsWith('Unexpected message of type');
}

function pingUntilLost(socket: WebSocket): () => void {
  let hasAnswered = true;
  socket.on('pong', () => (hasAnswered = true));
  const timer = setInterval(() => {
    if (!hasAnswered) return socket.terminate();
    hasAnswered = false;
    socket.ping();
  }, PING_EVERY_MS);
  return () => clearInterval(timer);
}
