import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Owner } from './owner';

export interface SocketDir {
  readonly path: string;
  remove(): Promise<void>;
}

// The kernel keeps a socket's path in 104 (macOS) to 108 bytes; the file's own name needs some of them.
const LONGEST_DIR = 80;

/**
 * A folder for unix sockets that only its owner, and root, can enter: whoever reaches a socket in it is let in without
 * a password. It is `wanted`, or a fresh folder for temporary files when that path is too long for a socket.
 */
export async function createSocketDir(wanted: string, owner?: Owner): Promise<SocketDir> {
  const path =
    Buffer.byteLength(wanted) <= LONGEST_DIR
      ? wanted
      : await mkdtemp(join(shortTemporaryDir(), 'porchlight-'));
  await mkdir(path, { recursive: true });
  if (owner) await chown(path, owner.uid, owner.gid);
  await chmod(path, 0o700);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

function shortTemporaryDir(): string {
  return Buffer.byteLength(tmpdir()) <= LONGEST_DIR - 'porchlight-'.length - 7 ? tmpdir() : '/tmp';
}
