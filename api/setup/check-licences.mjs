import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCKED, resolvePackage } from './locked-packages.mjs';
import { ROOT } from './root.mjs';

const ALLOWED = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Unlicense',
  'BlueOak-1.0.0',
];
const IMPORT = /(?:from|import)\s*\(?\s*['"]((?:@[^/'"]+\/)?[^./'"][^/'"]*)/g;

/** Every package that is shipped, with the server or inside the scripts for browsers, may be passed on freely. */
export function checkLicences() {
  const { dependencies, optionalDependencies } = LOCKED[''];
  const shipped = new Set();
  const names = [...Object.keys({ ...dependencies, ...optionalDependencies }), ...importedByWeb()];
  for (const name of names) collect(resolvePackage(name, ''), shipped);
  const bad = [...shipped].filter((path) => !isAllowed(LOCKED[path].license));
  const output = bad.map((path) => `${path}: ${LOCKED[path].license ?? 'no licence named'}`).join('\n');
  return { ok: bad.length === 0, output, note: `${shipped.size} packages are shipped` };
}

function collect(path, found) {
  if (path === undefined || found.has(path)) return;
  found.add(path);
  const { dependencies, optionalDependencies, peerDependencies } = LOCKED[path];
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
    collect(resolvePackage(name, path), found);
  }
}

// They are development packages to npm, since the built files hold what they need of them.
function importedByWeb() {
  const files = ['widget', 'dashboard', 'demo'].flatMap((part) =>
    readdirSync(join(ROOT, 'web', part), { recursive: true }).map((file) => join(ROOT, 'web', part, file)),
  );
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const names = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1]),
  );
  return [...new Set(names)].filter((name) => resolvePackage(name, ''));
}

function isAllowed(licence = '') {
  const parts = licence.replace(/[()]/g, '').split(' AND ');
  return parts.every((part) => part.split(' OR ').some((choice) => ALLOWED.includes(choice)));
}
