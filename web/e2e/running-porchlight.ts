import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const START_LIMIT_MS = 60_000;

export interface RunningPorchlight {
  readonly dashboardUrl: string;
  readonly demoUrl: string;
  readonly email: string;
  readonly password: string;
  /** Stops it, waits for what is done meanwhile, and starts it again at the same address with the same data. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** A whole Porchlight as `npm start` runs it, on a free port and in a data folder of its own; its address and password as it prints them. */
export async function startPorchlight(settings: Record<string, string> = {}): Promise<RunningPorchlight> {
  const dataDir = mkdtempSync(join(tmpdir(), 'porchlight-e2e-'));
  const begin = (port: string) => run({ PORT: port, PORCHLIGHT_DATA_DIR: dataDir, ...settings });
  let process = await begin('0');
  const { greeting } = process;
  const read = (label: string) => new RegExp(`${label}\\s+(\\S+)`).exec(greeting)?.[1] ?? '';
  const dashboardUrl = read('Dashboard');
  return {
    dashboardUrl,
    demoUrl: read('Demo page'),
    email: read('E-mail'),
    password: read('Password'),
    async restart(meanwhile) {
      await process.end();
      await meanwhile?.();
      process = await begin(new URL(dashboardUrl).port);
    },
    async stop() {
      await process.end();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function run(settings: Record<string, string>) {
  const env = { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'warn', ...settings };
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'api/main.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  const greeting = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No greeting in ${START_LIMIT_MS} ms:\n${output}`)),
      START_LIMIT_MS,
    );
    const listen = (text: Buffer) => {
      output += text.toString();
      if (!output.includes('Ctrl-C stops it')) return;
      clearTimeout(timer);
      resolve(output);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void exited.then(() => reject(new Error(`It ended before it was ready:\n${output}`)));
  });
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
  };
  return { greeting, end };
}
