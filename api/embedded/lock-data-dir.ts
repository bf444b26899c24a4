import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
  const file = join(resolve(dataDir), 'lock');
  try {
    // Others may pass through but not list: PostgreSQL may run as another user. What is private in it is closed itself.
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    await takeOver(file);
  } catch (error) {
    if (isCode(error, 'EACCES', 'EPERM', 'EROFS')) throw notWritable(dataDir, error);
    throw error;
  }
  return { release: () => rm(file, { force: true }) };
}

async function takeOver(file: string): Promise<void> {
  const me: Holder = { pid: process.pid, startedAt: runningProcess(process.pid)?.startedAt ?? '' };
  const mine = `${file}.${randomUUID()}`;
  await writeFile(mine, JSON.stringify(me));
  try {
    // A link appears whole or not at all, and only where nothing is.
    while (!(await succeeds(link(mine, file), 'EEXIST'))) await removeStale(file);
  } finally {
    await rm(mine, { force: true });
  }
}

async function removeStale(file: string): Promise<void> {
  const seen = await readFile(file, 'utf8').catch(() => null);
  if (seen === null) return; // released meanwhile
  const holder = parseHolder(seen);
  if (holder && runningProcess(holder.pid)?.startedAt === holder.startedAt) throw inUse(file, holder.pid);
  const aside = `${file}.${randomUUID()}`;
  if (!(await succeeds(rename(file, aside), 'ENOENT'))) return;
  // Another start may have taken the place between our look and our move: then it is given back.
  if ((await readFile(aside, 'utf8')) !== seen) await succeeds(link(aside, file), 'EEXIST');
  await rm(aside, { force: true });
}

function parseHolder(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null; // cut short by a full disk
  }
}

function inUse(file: string, pid: number): StartError {
  const folder = resolve(file, '..');
  return new StartError(
    `Porchlight is already running in ${folder} (process ${pid}). Stop that one first, or give this one a folder of its own with PORCHLIGHT_DATA_DIR.`,
  );
}

function notWritable(dataDir: string, cause: unknown): StartError {
  return new StartError(
    `${resolve(dataDir)} cannot be written by this user. Set PORCHLIGHT_DATA_DIR to a folder that can, or start as the user it belongs to.`,
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
