import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs a command in the checkout and resolves to `{ ok, output }`, both outputs together as they came; `ok` is false
 * also when there is no such command. It gets no input, so it can never wait for an answer.
 */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    let output = '';
    const stdio = ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output += text));
    }
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
