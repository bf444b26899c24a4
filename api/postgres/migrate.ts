import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

// Any number will do as long as every node uses the same one.
const LOCK = 7_062_024_001;

/**
 * Brings the schema up to date; a no-op when it is. Nodes that start together take turns. All pending migrations
 * succeed or none does. Needs an initialized data source and one of its connections.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    // Waiting for another node, and building an index, may take longer than any statement of a request.
    await runner.query('SET statement_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await new MigrationExecutor(dataSource, runner).executePendingMigrations();
  } finally {
    await giveBack(runner);
  }
}

async function giveBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('SELECT pg_advisory_unlock_all()');
    await runner.query('RESET statement_timeout');
  } catch {
    // A lost connection has lost its lock and settings too, and the reason is already on its way to the caller.
  } finally {
    await runner.release();
  }
}
