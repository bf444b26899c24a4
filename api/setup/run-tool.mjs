import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

/** Runs a tool that an installed package brings. Resolves to `{ ok, output }`. */
export function runTool(name, args, env = {}) {
  return run(join(ROOT, 'node_modules/.bin', name), args, env);
}
