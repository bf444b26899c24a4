import { RawSocket } from '../testing/raw-socket';
import type { Target } from './target';

export const WATCH = 'subscription { visitorPresenceChanged { cursor } }';

type Session = (socket: RawSocket, target: Target) => Promise<unknown>;

/** Opens a connection, lets the session use it, and closes it however that ends. */
export async function withSocket(target: Target, session: Session): Promise<void> {
  await use(await RawSocket.open(target.url), target, session);
}

/** The same with a connection whose credential is accepted. */
export async function withConnected(target: Target, session: Session): Promise<void> {
  await use(await RawSocket.connect(target.url, target.apiKey), target, session);
}

async function use(socket: RawSocket, target: Target, session: Session): Promise<void> {
  try {
    await session(socket, target);
  } finally {
    socket.socket.terminate();
  }
}

/** Resolves when the server has handled everything that was sent before. */
export async function roundTrip(socket: RawSocket): Promise<void> {
  socket.send({ type: 'ping', payload: { to: 'and back' } });
  await socket.next('pong');
}
