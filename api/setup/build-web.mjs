import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './root.mjs';
import { runNpm } from './run-npm.mjs';
import { step } from './step.mjs';

const STAMP = join(ROOT, 'dist/web/.built-from');
const NOT_BUILT = /\.test\.tsx?$|^web\/(e2e|testing)\//;

/** Builds dashboard and widget into dist/web, unless they are there and none of their sources has changed. */
export async function buildWeb() {
  const fingerprint = fingerprintOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint) return;
  await step('Building the dashboard and the widget', () => runNpm(['run', 'build:web']));
  mkdirSync(join(STAMP, '..'), { recursive: true });
  writeFileSync(STAMP, fingerprint);
}

function fingerprintOfSources() {
  const hash = createHash('sha256');
  for (const path of sources())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  return hash.digest('hex');
}

function sources() {
  const inWeb = readdirSync(join(ROOT, 'web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)));
  return ['package-lock.json', 'schema.graphql', ...inWeb.filter((path) => !NOT_BUILT.test(path)).sort()];
}
