import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from './test-database';

export interface BreakablePostgres extends TestDatabase {
  /** Ends every connection, and new ones as soon as they ask for something, as a proxy does whose server is away. */
  cut(): void;
  mend(): void;
}

/** A database of one's own whose connections can be cut, while the others of this test run stay as they are. */
export async function startBreakablePostgres(): Promise<BreakablePostgres> {
  const database = await createTestDatabase();
  const { hostname, pathname, username } = new URL(database.url);
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-line-'));
  const line = join(folder, '.s.PGSQL.5432');
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    near.on('error', () => near.destroy());
    if (isCut) return void near.once('data', () => near.end());
    const far = createConnection(join(decodeURIComponent(hostname), '.s.PGSQL.5432'));
    far.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    open.add(near);
  });
  await once(server.listen(line), 'listening');
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.end();
    open.clear();
  };
  return {
    url: `postgres://${username}@${encodeURIComponent(folder)}${pathname}`,
    cut,
    mend: () => void (isCut = false),
    async drop() {
      cut();
      server.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
