import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestRun } from './test-run';

/** Leaves neither the server nor its folder behind. */
export default async function globalTeardown(): Promise<void> {
  const { testRun } = globalThis as { testRun?: TestRun };
  if (!testRun) return; // the setup failed
  await testRun.postgres.stop();
  // It may be a link, to a place that PostgreSQL's user can reach.
  await rm(await realpath(join(testRun.dataDir, 'postgres')), { recursive: true });
  await rm(testRun.dataDir, { recursive: true });
}
