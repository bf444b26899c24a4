import type { EmbeddedServer } from '../embedded/embedded-server';

/** What the global setup leaves for the global teardown. */
export interface TestRun {
  readonly postgres: EmbeddedServer;
  readonly dataDir: string;
}
