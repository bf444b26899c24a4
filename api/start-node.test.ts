import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';
import { createLog } from './log';
import { startNode } from './start-node';
import { createTestDatabase, type TestDatabase } from './testing/test-database';
import { startTestRedis, type TestRedis } from './testing/test-redis';

const ROOT = join(__dirname, '..');

let database: TestDatabase;
let redis: TestRedis;
let said: string[];

beforeEach(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  said = [];
});
afterEach(async () => {
  await Promise.all([database.drop(), redis.stop()]);
});

it('a first start that finds its port taken tells the password all the same, for no later start can', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;

  await expect(start({ PORT: String(port) })).rejects.toThrow(
    `Another program already listens on 127.0.0.1:${port}`,
  );

  const password = /Password {4}(\S+)/.exec(said.join('\n'))?.[1] ?? '';
  taken.close();
  const node = await start();
  const agents = node.server.services.agents;
  expect(await agents.authenticate('admin@porchlight.local', password)).not.toBeNull();
  expect(said.filter((line) => line.includes('Password'))).toHaveLength(1);
  await node.stop();
});

it('nodes that start together on an empty database all start, and one of them tells the password', async () => {
  const nodes = await Promise.all([start(), start(), start()]);

  expect(said.filter((line) => line.includes('Password'))).toHaveLength(1);
  await Promise.all(nodes.map((node) => node.stop()));
});

it('a first password that is the e-mail address is refused before anything starts', async () => {
  const settings = {
    PORCHLIGHT_ADMIN_EMAIL: 'someone@example.com',
    PORCHLIGHT_ADMIN_PASSWORD: 'someone@example.com',
  };

  await expect(start(settings)).rejects.toThrow(
    'PORCHLIGHT_ADMIN_PASSWORD is not good enough. A password must not be the e-mail address.',
  );
  expect(said).toEqual([]);
});

it('a whole Porchlight starts in a folder whose name has spaces, quotes, percent signs and question marks', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'porchlight '));
  const config = readConfig({ PORT: '0', PORCHLIGHT_DATA_DIR: join(parent, "Ana's 100%25 new? shop #1") });

  const node = await startNode({ config, log: createLog('silent'), root: ROOT, say: () => undefined });

  const ready = await fetch(`${node.server.url}/readyz`);
  expect(await ready.json()).toEqual({ status: 'ready', lost: [] });
  await node.stop();
  rmSync(parent, { recursive: true, force: true });
});

function start(settings: Record<string, string> = {}) {
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    PORCHLIGHT_SECRET: 'a secret of at least thirty-two characters',
    ...settings,
  });
  return startNode({ config, log: createLog('silent'), root: ROOT, say: (line) => said.push(line) });
}
