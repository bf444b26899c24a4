import { once } from 'node:events';
import { createServer } from 'node:net';

// Below the ports that systems give to outgoing connections: one of those could take ours while its server restarts.
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** A TCP port of loopback on which nobody listened a moment ago. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    const server = createServer();
    const outcome = Promise.race([
      once(server, 'listening').then(() => true),
      once(server, 'error').then(() => false),
    ]);
    server.listen(port, '127.0.0.1');
    if (!(await outcome)) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
