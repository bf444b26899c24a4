import { join } from 'node:path';
import { startGuarded } from '../../embedded/start-guarded';
import { TEST_SECRET } from '../../testing/test-node';
import { WIDE_LIMITS } from '../../testing/wide-limits';

export interface NodeProcessOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** A free one when left out. */
  readonly port?: number;
  readonly env?: Record<string, string>;
}

/** An API node in a process of its own, as in production. It ends with this process. */
export interface NodeProcess {
  readonly url: string;
  readonly pid: number;
  /** Settles when it is gone, with the reason in words. */
  readonly exited: Promise<string>;
  freeze(): void;
  thaw(): void;
  /** As a crash does. Safe in any state. */
  kill(): Promise<void>;
  /** As a deployment does: asks it to end in order; resolves to the reason it is gone. */
  terminate(): Promise<string>;
}

const ROOT = join(__dirname, '../../..');
const READY = /Dashboard +(http\S+?)\/?$/;

/** Resolves once it serves. */
export async function startNodeProcess(options: NodeProcessOptions): Promise<NodeProcess> {
  const env: Record<string, string> = {
    DATABASE_URL: options.databaseUrl,
    REDIS_URL: options.redisUrl,
    PORCHLIGHT_SECRET: TEST_SECRET,
    PORT: String(options.port ?? 0),
    LOG_LEVEL: 'warn',
    ...WIDE_LIMITS,
    ...options.env,
  };
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const command = ['/usr/bin/env', ...variables, process.execPath, '-r', '@swc-node/register', 'api/main.ts'];
  let url = '';
  const child = await startGuarded(command, READY, {
    cwd: ROOT,
    stopSignal: 'SIGTERM',
    onLine: (line) => (url ||= READY.exec(line)?.[1] ?? ''),
  });
  let isRunning = true;
  void child.exited.then(() => (isRunning = false));
  const send = (signal: NodeJS.Signals) => isRunning && process.kill(child.pid, signal);
  return {
    url,
    pid: child.pid,
    exited: child.exited,
    freeze: () => void send('SIGSTOP'),
    thaw: () => void send('SIGCONT'),
    async kill() {
      send('SIGKILL');
      await child.exited;
    },
    terminate() {
      send('SIGTERM');
      return child.exited;
    },
  };
}
