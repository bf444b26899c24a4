import WebSocket from 'ws';

export interface CdpConnection {
  /** Gives a command to the browser, or to the page of that session. Rejects when it is refused or not answered. */
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
  close(): void;
}

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

const PATIENCE_MS = 30_000;

/** Chromium's own wire, without a test framework on it. */
export async function openCdp(address: string): Promise<CdpConnection> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.on('message', (text: Buffer) => {
    const answer = JSON.parse(text.toString()) as Answer;
    if (answer.id) waiting.get(answer.id)?.(answer);
  });
  let newest = 0;
  return {
    send(method, params = {}, sessionId) {
      const id = ++newest;
      socket.send(JSON.stringify({ id, method, params, sessionId }));
      return new Promise((resolve, reject) => {
        const tooLate = setTimeout(
          () => reject(new Error(`Chromium did not answer ${method} within ${PATIENCE_MS / 1000} s`)),
          PATIENCE_MS,
        );
        waiting.set(id, ({ result, error }) => {
          clearTimeout(tooLate);
          waiting.delete(id);
          if (result) resolve(result);
          else reject(new Error(`Chromium refused ${method}: ${error?.message}`));
        });
      });
    },
    close: () => socket.close(),
  };
}
