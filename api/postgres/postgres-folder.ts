import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, realpath, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Owner } from '../embedded/owner';
import { canReach, reachablePlace } from './reachable-place';

/**
 * The folder for everything of PostgreSQL, private to its user: `postgres` in the data dir. Where that user cannot get
 * there (root's home is closed to others) it is a link to a place he can reach.
 */
export async function postgresFolder(dataDir: string, owner: Owner | undefined): Promise<string> {
  const wanted = join(resolve(dataDir), 'postgres');
  const found = await realpath(wanted).catch(() => null);
  if (found) return found;
  // A name of its own for each, so that a data dir that was deleted and made again starts empty.
  const folder = canReach(resolve(dataDir), owner)
    ? wanted
    : await reachablePlace(`data-${randomBytes(8).toString('hex')}`);
  await mkdir(folder, { mode: 0o700 });
  if (owner) await chown(folder, owner.uid, owner.gid);
  await chmod(folder, 0o700);
  if (folder !== wanted) await symlink(folder, wanted);
  return folder;
}
