import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

const LONG = 300;
const SOURCE = /\.(tsx?|mjs|mts|lua|css)$/;

/** A report, not a judge: how long our files are, and which of them should have a reason to be. */
export function measureFiles() {
  const files = ['api', 'web'].flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true }).map((path) => join(top, path)),
  );
  const measured = files
    .filter((path) => SOURCE.test(path) && !path.startsWith('web/generated/'))
    .map((path) => ({ path, lines: readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines);
  const median = measured[Math.floor(measured.length / 2)]?.lines ?? 0;
  const long = measured.filter(({ lines }) => lines > LONG).map(({ path, lines }) => `${path} ${lines}`);
  const note = `${measured.length} files, median ${median} lines, ${long.length} over ${LONG}${long.length ? `: ${long.join(', ')}` : ''}`;
  return { ok: true, output: '', note };
}
