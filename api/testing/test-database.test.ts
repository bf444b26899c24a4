import { Client } from 'pg';
import { createTestDatabase } from './test-database';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
}

describe('a database for one test file', () => {
  it('has the tables of the migrations and shares nothing with another one', async () => {
    const [mine, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await query(mine.url, 'CREATE TABLE only_mine (id int)');

    const count = "SELECT to_regclass('only_mine') AS found, to_regclass('visitors') IS NOT NULL AS migrated";
    expect(await query(mine.url, count)).toEqual([{ found: 'only_mine', migrated: true }]);
    expect(await query(other.url, count)).toEqual([{ found: null, migrated: true }]);

    await Promise.all([mine.drop(), other.drop()]);
  });

  it('can be dropped while a connection is still open', async () => {
    const database = await createTestDatabase();
    const client = new Client({ connectionString: database.url });
    client.on('error', () => undefined); // the server cuts it
    await client.connect();

    await database.drop();

    await expect(query(database.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});
