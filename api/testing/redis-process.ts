import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGuarded } from '../embedded/start-guarded';
import { freePort } from './free-port';

export interface RedisProcessOptions {
  /** A free one when left out. */
  readonly port?: number;
  /** As on redis-server's command line, without the dashes. */
  readonly settings?: Record<string, string>;
  /** Text of a configuration file; with it the server is a Sentinel. */
  readonly sentinel?: string;
  readonly env?: Record<string, string>;
}

/** A redis-server on a TCP port of loopback, without persistence. It ends with this process. */
export interface RedisProcess {
  readonly port: number;
  readonly pid: number;
  freeze(): void;
  thaw(): void;
  /** Ends it as a crash does. Safe in any state. */
  kill(): Promise<void>;
  /** An empty server at the same address; also after {@link kill}. */
  restart(): Promise<void>;
  /** As {@link kill}, and its folder is gone. */
  stop(): Promise<void>;
}

const READY = /ready to accept connections|\+monitor/i;

export async function startRedisProcess(options: RedisProcessOptions = {}): Promise<RedisProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-redis-'));
  const port = options.port ?? (await freePort());
  const start = async () => startGuarded(await commandOf(options, folder, port), READY, where(folder));
  let server = await start();
  let isRunning = true;
  const send = (signal: NodeJS.Signals) => isRunning && process.kill(server.pid, signal);
  const kill = async () => {
    send('SIGKILL');
    await server.exited;
    isRunning = false;
  };
  return {
    port,
    get pid() {
      return server.pid;
    },
    freeze: () => void send('SIGSTOP'),
    thaw: () => void send('SIGCONT'),
    kill,
    async restart() {
      await kill();
      server = await start();
      isRunning = true;
    },
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function where(cwd: string) {
  return { cwd, stopSignal: 'SIGTERM' as const };
}

async function commandOf(
  { settings, sentinel, env = {} }: RedisProcessOptions,
  folder: string,
  port: number,
) {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const given = { port: String(port), bind: '127.0.0.1', dir: folder, save: '', ...settings };
  const flags = Object.entries(given).flatMap(([name, value]) => [`--${name}`, ...value.split(' ')]);
  const command = ['/usr/bin/env', ...variables, 'redis-server'];
  if (sentinel === undefined) return [...command, ...flags];
  const file = join(folder, 'sentinel.conf');
  await writeFile(file, `port ${port}\nbind 127.0.0.1\ndir ${folder}\n${sentinel}\n`);
  return [...command, file, '--sentinel'];
}
