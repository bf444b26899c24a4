import { Redis } from 'ioredis';
import { Client } from 'pg';
import { RATE_KEYS } from '../redis/keys';
import type { TestNode } from './test-node';

/**
 * Every row of every table as text, and every presence key: two looks are equal when nothing was stored in between.
 * Only for a quiet node, for one that sweeps stores things at times of its own.
 */
export async function whatIsStored({ database, redis, isQuiet }: TestNode): Promise<string[]> {
  if (!isQuiet)
    throw new Error('Two looks can be compared on a quiet node only, not on one that sweeps by itself');
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const store = new Redis(new URL(redis.url).pathname);
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    const rows: string[] = [];
    for (const { name } of tables.rows) {
      const found = await client.query<{ row: string }>(
        `SELECT (to_jsonb(t) - 'last_used_at')::text AS row FROM "${name}" t`,
      );
      rows.push(...found.rows.map(({ row }) => `${name} ${row}`));
    }
    const keys = await store.keys('*');
    // What callers have used comes back by itself; how a page's last call ended is noted also when it changed nothing.
    const isTold = (key: string) => !key.startsWith(RATE_KEYS) && !key.endsWith(':installation');
    return [...rows, ...keys.filter(isTold)].sort();
  } finally {
    store.disconnect();
    await client.end();
  }
}
