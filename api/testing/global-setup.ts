import 'reflect-metadata';
import { mkdtemp, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDataSource } from '../postgres/data-source';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres';
import { migrate } from '../postgres/migrate';
import type { TestRun } from './test-run';

const TEMPLATE = 'porchlight_template';

/** One PostgreSQL for the whole run, with one migrated database that every test file gets a copy of. */
export default async function globalSetup(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'porchlight-test-'));
  await chmod(dataDir, 0o711); // PostgreSQL may run as another user
  const postgres = await startEmbeddedPostgres({ dataDir, isDurable: false });
  (globalThis as { testRun?: TestRun }).testRun = { postgres, dataDir };
  await createTemplate(postgres.url);
  process.env.TEST_POSTGRES_URL = postgres.url;
  process.env.TEST_POSTGRES_TEMPLATE = TEMPLATE;
}

async function createTemplate(url: string): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const dataSource = await createDataSource(url.replace(/[^/]+$/, TEMPLATE)).initialize();
  await migrate(dataSource);
  await dataSource.destroy(); // a template must have no connection left
}
