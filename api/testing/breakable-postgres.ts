import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from './test-database';

export interface BreakablePostgres extends TestDatabase {
  /** Cuts every connection and refuses new ones, as a server does that has crashed. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** A database of one's own whose connections can be cut, while the others of this test run stay as they are. */
export async function startBreakablePostgres(): Promise<BreakablePostgres> {
  const database = await createTestDatabase();
  const { hostname, pathname, username } = new URL(database.url);
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-line-'));
  const line = join(folder, '.s.PGSQL.5432');
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = createConnection(join(decodeURIComponent(hostname), '.s.PGSQL.5432'));
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.pipe(other);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  const mend = async () => void (await once(server.listen(line), 'listening'));
  const cut = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  await mend();
  return {
    url: `postgres://${username}@${encodeURIComponent(folder)}${pathname}`,
    cut,
    mend,
    async drop() {
      await cut();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
