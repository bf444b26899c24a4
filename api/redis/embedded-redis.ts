import { spawnSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EmbeddedServer } from '../embedded/embedded-server';
import { createSocketDir } from '../embedded/socket-dir';
import { startGuarded } from '../embedded/start-guarded';
import { StartError } from '../start-error';
import { stopLeftover } from '../embedded/stop-leftover';

export interface EmbeddedRedisOptions {
  readonly dataDir: string;
  /** True: what was written is found again after a restart, save for the last second of a crash. False: start empty. */
  readonly isDurable: boolean;
}

/**
 * A Redis (or Valkey) of our own on a unix socket inside the data dir, which must be locked by us. Rejects with a
 * {@link StartError} when this machine has neither.
 */
export async function startEmbeddedRedis({
  dataDir,
  isDurable,
}: EmbeddedRedisOptions): Promise<EmbeddedServer> {
  const folder = join(resolve(dataDir), 'redis');
  const pidFile = join(folder, 'redis.pid');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const leftoverPid = Number(await readFile(pidFile, 'utf8').catch(() => '0'));
  // Two servers on one append-only file would ruin it.
  if (leftoverPid > 0)
    await stopLeftover({ pid: leftoverPid, commandLineHolds: pidFile, stopSignal: 'SIGTERM' });
  const sockets = await createSocketDir(join(folder, 'run'));
  const socket = join(sockets.path, 'redis.sock');
  const command = [findServer(), ...settings({ folder, socket, pidFile, isDurable })];
  const child = await startGuarded(command, /ready to accept connections/i, {
    cwd: folder,
    stopSignal: 'SIGTERM',
  });
  return {
    url: `unix://${pathToFileURL(socket).pathname}`,
    pid: child.pid,
    exited: child.exited,
    async stop() {
      await child.stop();
      await sockets.remove();
    },
  };
}

function settings(options: {
  folder: string;
  socket: string;
  pidFile: string;
  isDurable: boolean;
}): string[] {
  return Object.entries({
    port: '0',
    unixsocket: options.socket,
    unixsocketperm: '700',
    dir: options.folder,
    pidfile: options.pidFile,
    save: '',
    appendonly: options.isDurable ? 'yes' : 'no',
    appendfsync: 'everysec',
    // Presence that is evicted would be a visitor who goes offline for want of memory.
    'maxmemory-policy': 'noeviction',
    // The command line stays as we wrote it, so that a leftover can be told from a stranger.
    'set-proc-title': 'no',
    daemonize: 'no',
  }).flatMap(([name, value]) => [`--${name}`, value]);
}

function findServer(): string {
  const found = spawnSync('/bin/sh', ['-c', 'command -v redis-server || command -v valkey-server'], {
    encoding: 'utf8',
  });
  const path = found.stdout.trim();
  if (path !== '') return path;
  throw new StartError(
    'This machine has no redis-server. Run `npm run setup`, which gets it, or set REDIS_URL to a Redis you have.',
  );
}
