import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Closes whatever is still connected. */
  drop(): Promise<void>;
}

/** An empty database of one's own, with every migration applied, on the PostgreSQL of this test run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { TEST_POSTGRES_URL: adminUrl = '', TEST_POSTGRES_TEMPLATE: template } = process.env;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administrate(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: adminUrl.replace(/[^/]+$/, name),
    drop: () => administrate(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function administrate(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
