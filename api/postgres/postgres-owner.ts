import { readFileSync } from 'node:fs';
import type { Owner } from '../embedded/owner';

const PREFERRED = ['nobody', 'postgres', 'daemon'];

/** Who PostgreSQL must run as: absent for "as we do"; a user without rights when we are root, which it refuses. */
export function postgresOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  // The user must have an entry there: initdb looks up its own name.
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(parseUser)
    .filter((user) => user.uid > 0);
  const found = PREFERRED.map((name) => users.find((user) => user.name === name)).find(Boolean) ?? users[0];
  if (!found) throw new Error('PostgreSQL refuses to run as root, and /etc/passwd names no other user');
  return { uid: found.uid, gid: found.gid };
}

function parseUser(line: string) {
  const [name = '', , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}
