import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { lockDataDir } from '../embedded/lock-data-dir';
import { createLog } from '../log';
import { createDataSource } from '../postgres/data-source';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres';
import { migrate } from '../postgres/migrate';
import { StartError } from '../start-error';

/** Runs the work on the database of an installation, its own embedded one included, which must not be running then. */
export async function withDatabase<Result>(
  { databaseUrl, dataDir }: Config,
  work: (dataSource: DataSource) => Promise<Result>,
): Promise<Result> {
  if (databaseUrl) return onDatabase(databaseUrl, work);
  if (!existsSync(dataDir)) {
    throw new StartError(
      `Porchlight has no data in ${resolve(dataDir)}. Run this where Porchlight is started, with the same DATABASE_URL or PORCHLIGHT_DATA_DIR.`,
    );
  }
  const lock = await lockDataDir(dataDir);
  try {
    const server = await startEmbeddedPostgres({ dataDir, isDurable: true, log: createLog('warn') });
    try {
      return await onDatabase(server.url, work);
    } finally {
      await server.stop();
    }
  } finally {
    await lock.release();
  }
}

async function onDatabase<Result>(
  url: string,
  work: (dataSource: DataSource) => Promise<Result>,
): Promise<Result> {
  const dataSource = await createDataSource(url).initialize();
  try {
    await migrate(dataSource);
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
