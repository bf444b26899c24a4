import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDir } from './lock-data-dir';

describe('the lock of the data dir', () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = join(await mkdtemp(join(tmpdir(), 'porchlight-test-')), 'data');
  });

  afterEach(() => rm(join(dataDir, '..'), { recursive: true }));

  it('refuses a second start while the first one lives, and lets it in afterwards', async () => {
    const first = await lockDataDir(dataDir);

    await expect(lockDataDir(dataDir)).rejects.toThrow(
      `already running in ${dataDir} (process ${process.pid})`,
    );
    await first.release();

    const second = await lockDataDir(dataDir);
    expect(await readdir(dataDir)).toHaveLength(1);
    await second.release();
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'once' })],
    [
      'a process whose number another one has by now',
      JSON.stringify({ pid: process.pid, startedAt: 'once' }),
    ],
    ['a process that could not finish writing it', '{"pid":'],
  ])('is taken over from %s', async (_, left) => {
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'lock-7'), left);

    const lock = await lockDataDir(dataDir);

    expect(await readdir(dataDir)).toEqual(['lock-8']);
    await expect(lockDataDir(dataDir)).rejects.toThrow('already running');
    await lock.release();
  });

  it('is given to one of many that start at once over a stale one', async () => {
    await (await lockDataDir(dataDir)).release();

    const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataDir(dataDir)));

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
