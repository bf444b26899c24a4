import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runningProcess } from './running-process';
import { StartError } from '../start-error';

export interface DataDirLock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly startedAt: string;
}

/**
 * Makes the folder when it is missing, and keeps every other start out of it until released or until this process ends,
 * in whatever way. Rejects with a {@link StartError} when a living process holds the folder or it cannot be written.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const folder = resolve(dataDir);
  try {
    // Others may pass through but not list: PostgreSQL may run as another user. What is private in it is closed itself.
    await mkdir(folder, { recursive: true, mode: 0o711 });
    const lock = await claim(folder);
    return { release: () => succeeds(writeFile(lock, ''), 'ENOENT').then(() => undefined) };
  } catch (error) {
    if (isCode(error, 'EACCES', 'EPERM', 'EROFS')) throw notWritable(folder, error);
    if (isCode(error, 'EEXIST', 'ENOTDIR')) throw notAFolder(folder, error);
    throw error;
  }
}

async function claim(folder: string): Promise<string> {
  const claimed = join(folder, `claim-${randomUUID()}`);
  const me: Holder = { pid: process.pid, startedAt: runningProcess(process.pid)?.startedAt ?? '' };
  await writeFile(claimed, JSON.stringify(me));
  try {
    for (;;) {
      const lock = await placeAfterLast(folder, claimed);
      if (lock) return lock;
    }
  } finally {
    await rm(claimed, { force: true });
  }
}

// Locks are numbered and the last one counts. A stale one is never removed to make room, since a second start that
// found it stale as well would then remove ours: we take the next number, which only one can have.
async function placeAfterLast(folder: string, claimed: string): Promise<string | null> {
  const last = (await lockNumbers(folder)).at(-1) ?? 0;
  const holder = parseHolder(await readFile(lockFile(folder, last), 'utf8').catch(() => ''));
  if (holder && runningProcess(holder.pid)?.startedAt === holder.startedAt) throw inUse(folder, holder.pid);
  const mine = lockFile(folder, last + 1);
  if (!(await succeeds(link(claimed, mine), 'EEXIST'))) return null; // a link appears whole, and only where nothing is
  const numbers = await lockNumbers(folder);
  const isLast = numbers.at(-1) === last + 1; // not when we were so slow that others came, cleaned up and went on
  const outdated = isLast ? numbers.slice(0, -1) : [last + 1];
  await Promise.all(outdated.map((number) => rm(lockFile(folder, number), { force: true })));
  return isLast ? mine : null;
}

async function lockNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  const numbers = names.map((name) => Number(/^lock-(\d+)$/.exec(name)?.[1] ?? 0));
  return numbers.filter((number) => number > 0).sort((a, b) => a - b);
}

function lockFile(folder: string, number: number): string {
  return join(folder, `lock-${number}`);
}

function parseHolder(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null; // released, or cut short by a full disk
  }
}

function inUse(folder: string, pid: number): StartError {
  return new StartError(
    `Porchlight is already running in ${folder} (process ${pid}). Stop that one first, or give this one a folder of its own with PORCHLIGHT_DATA_DIR.`,
  );
}

function notWritable(folder: string, cause: unknown): StartError {
  return new StartError(
    `${folder} cannot be written by this user. Set PORCHLIGHT_DATA_DIR to a folder that can, or start as the user it belongs to.`,
    { cause },
  );
}

function notAFolder(folder: string, cause: unknown): StartError {
  return new StartError(
    `${folder} cannot be a folder: a file is in its place. Set PORCHLIGHT_DATA_DIR to a folder, or to a place where one can be made.`,
    { cause },
  );
}

async function succeeds(work: Promise<unknown>, expectedCode: string): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (isCode(error, expectedCode)) return false;
    throw error;
  }
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}
