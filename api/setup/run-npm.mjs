import { run } from './run.mjs';

/** Runs npm: the very one that called us, or the one on the PATH. */
export function runNpm(args, env = {}) {
  const script = process.env.npm_execpath;
  return script ? run(process.execPath, [script, ...args], env) : run('npm', args, env);
}
