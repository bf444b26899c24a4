import type { Page, WebSocketRoute } from 'playwright-core';

export interface FeedCutter {
  /** Closes the page's socket, and every other one it tries to open. */
  cut(): Promise<void>;
  /** Lets nothing through any more, and closes nothing: what a network does that went to sleep. */
  swallow(): void;
  /** The network is well again; the sockets of before are not. */
  mend(): void;
}

/** Stands between a page and its socket to the server. Call it before the page opens. */
export async function feedCutter(page: Page): Promise<FeedCutter> {
  let network: 'well' | 'cut' | 'asleep' = 'well';
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    if (network === 'cut') return void socket.close({ code: 4500, reason: 'cut' });
    if (network === 'asleep') return;
    const server = socket.connectToServer();
    const isDead = () => network !== 'well' || !open.has(socket);
    open.add(socket);
    socket.onMessage((message) => void (isDead() ? null : server.send(message)));
    server.onMessage((message) => void (isDead() ? null : socket.send(message)));
  });
  return {
    async cut() {
      network = 'cut';
      for (const socket of open) await socket.close({ code: 4500, reason: 'cut' });
      open.clear();
    },
    swallow() {
      network = 'asleep';
      open.clear();
    },
    mend() {
      network = 'well';
    },
  };
}
