import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Text kept in a file of the data dir that only its owner can read; made by `make` when it is not there yet. */
export async function dataDirFile(dataDir: string, name: string, make: () => string): Promise<string> {
  const path = join(dataDir, name);
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const text = make();
    await writeFile(path, `${text}\n`, { mode: 0o600, flag: 'wx' });
    return text;
  }
}
