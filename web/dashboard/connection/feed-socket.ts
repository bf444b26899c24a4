import { CloseCode, createClient, type Client } from 'graphql-ws';
import type { ConnectionMonitor } from './connection-monitor';
import type { RetryWait } from './retry-wait';

const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
const ACK_WITHIN_MS = 10_000;
/** Keeps the socket between two subscriptions, for a change of view ends one and starts the next. */
const IDLE_CLOSE_MS = 10_000;
const REFUSALS = new Set<number | undefined>([CloseCode.Unauthorized, CloseCode.Forbidden]);

export interface FeedSocket {
  readonly client: Client;
  /** Ends the socket for good, also one that is still being opened. */
  readonly close: () => void;
}

export interface FeedSocketOptions {
  readonly url: string;
  readonly monitor: ConnectionMonitor;
  readonly retryWait: RetryWait;
  /** The socket is back after an outage; whatever happened meanwhile has to be read again. */
  readonly onReturn: () => void;
  /** The server closed the socket for want of a valid session. */
  readonly onRefused: () => void;
  /** Shortened by tests; {@link PING_EVERY_MS} otherwise. */
  readonly pingEveryMs?: number;
  /** Shortened by tests; {@link PONG_WITHIN_MS} otherwise. */
  readonly pongWithinMs?: number;
}

/**
 * The socket under the live feed. It never gives up: it pings, drops a connection that does not answer, and tries
 * again for ever. Who may listen is the cookie's business, checked by the server at each connection.
 */
export function feedSocket(options: FeedSocketOptions): FeedSocket {
  const { url, monitor, retryWait, onReturn, onRefused } = options;
  const { pingEveryMs = PING_EVERY_MS, pongWithinMs = PONG_WITHIN_MS } = options;
  let pongDue: ReturnType<typeof setTimeout> | undefined;

  const client = createClient({
    url,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: retryWait.wait,
    keepAlive: pingEveryMs,
    lazyCloseTimeout: IDLE_CLOSE_MS,
    connectionAckWaitTimeout: ACK_WITHIN_MS,
    on: {
      connected: (_socket, _payload, isReturn) => {
        monitor.socketOpened();
        if (isReturn || monitor.needsRead()) onReturn();
      },
      message: monitor.heard,
      ping: (isFromServer) => {
        if (isFromServer) return;
        clearTimeout(pongDue);
        pongDue = setTimeout(() => {
          monitor.pingMissed();
          client.terminate();
        }, pongWithinMs);
      },
      pong: (isFromServer) => {
        if (isFromServer) clearTimeout(pongDue);
      },
      closed: (event) => {
        clearTimeout(pongDue);
        monitor.socketClosed();
        if (REFUSALS.has((event as Partial<CloseEvent>).code)) onRefused();
      },
      error: monitor.socketClosed,
    },
  });
  return {
    client,
    close: () => {
      clearTimeout(pongDue);
      // A socket that never opened rejects here, and that is just what was asked for.
      Promise.resolve(client.dispose()).catch(() => {});
    },
  };
}
