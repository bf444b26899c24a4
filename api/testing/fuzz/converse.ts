import { once } from 'node:events';
import { WebSocket } from 'ws';

interface Caller {
  readonly headers: Record<string, string>;
  readonly isHasty: boolean;
}

/**
 * Opens a socket as the caller, sends everything at once, once it was accepted or at once if it is hasty, and closes it when a last ping was answered. Gives back what was told, and the
 * code with which the connection ended, 1000 when it was we who ended it.
 */
export async function converse(
  url: string,
  messages: readonly (string | Buffer)[],
  { headers: { authorization, ...headers }, isHasty }: Caller,
): Promise<{ code: number; answers: string[] }> {
  const isBrowser = 'cookie' in headers;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: isBrowser ? { ...headers, origin: url } : {},
  });
  const answers: string[] = [];
  const ended = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text.includes(LAST)) socket.close(1000);
    else answers.push(text);
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  if (!isHasty) await Promise.race([once(socket, 'message'), ended]);
  for (const message of messages) socket.send(message);
  socket.send(JSON.stringify({ type: 'ping', payload: { [LAST]: true } }));
  return { code: await ended, answers };
}

const LAST = 'the last one';
