import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));

/** What package-lock.json holds: by path in node_modules; the project itself is ''. */
export const LOCKED = packages;

/** The path of the package that `name` means to a package at `from`; undefined when there is none, as for a peer left out. */
export function resolvePackage(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (path in LOCKED) return path;
    if (folder === '') return undefined;
  }
}
