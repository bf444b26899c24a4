import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Owner } from '../embedded/owner';

/** Where root keeps what PostgreSQL's user must reach and cannot, such as anything below /root. */
const PLACE = '/var/lib/porchlight';

/** Whether that user can get into the folder. Absent: we ourselves, and the answer is yes. */
export function canReach(folder: string, owner: Owner | undefined): boolean {
  if (!owner) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...owner, cwd: '/' }).status === 0;
}

/** A path that every user can reach; its folder exists. */
export async function reachablePlace(name: string): Promise<string> {
  await mkdir(PLACE, { recursive: true, mode: 0o755 });
  return join(PLACE, name);
}
