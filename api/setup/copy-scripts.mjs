// What the compiled API reads at run time and the compiler does not copy: `node api/setup/copy-scripts.mjs`.
import { cpSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './root.mjs';

const COMPILED_OR_NOT_NEEDED = /\.(ts|mjs|md)$|^(testing|bench|setup)\//;
const source = join(ROOT, 'api');

for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
  const path = relative(source, join(entry.parentPath ?? entry.path, entry.name));
  if (entry.isFile() && !COMPILED_OR_NOT_NEEDED.test(path))
    cpSync(join(source, path), join(ROOT, 'dist/api', path));
}
