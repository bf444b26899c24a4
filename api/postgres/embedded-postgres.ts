import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { EmbeddedServer } from '../embedded/embedded-server';
import type { Log } from '../log';
import type { Owner } from '../embedded/owner';
import { createSocketDir } from '../embedded/socket-dir';
import { startGuarded } from '../embedded/start-guarded';
import { stopLeftover } from '../embedded/stop-leftover';
import { StartError } from '../start-error';
import { postgresBinaries } from './postgres-binaries';
import { postgresFolder } from './postgres-folder';
import { postgresOwner } from './postgres-owner';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** False: fast, and worth nothing after a crash of the machine; for tests. */
  readonly isDurable: boolean;
  readonly log?: Log;
}

interface Place {
  readonly bin: string;
  readonly folder: string;
  readonly cluster: string;
  readonly owner: Owner | undefined;
}

const SUPERUSER = 'porchlight';
const COMPLAINT = /PANIC|FATAL(?!.*administrator command)/; // that is what it says of connections when it is stopped

/** A PostgreSQL of our own on a unix socket inside the data dir, which must be locked by us. Its data survive restarts. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedServer> {
  const owner = postgresOwner();
  const folder = await postgresFolder(options.dataDir, owner);
  const place = { bin: await postgresBinaries(owner), folder, cluster: join(folder, 'data'), owner };
  if (existsSync(place.cluster)) await endLeftover(folder, place.cluster);
  else await createCluster(place);
  const sockets = await createSocketDir(join(folder, 'run'), owner);
  const child = await startGuarded(
    command(place, sockets.path, options.isDurable),
    /ready to accept connections/,
    {
      owner,
      cwd: folder,
      stopSignal: 'SIGINT', // ends open connections; SIGTERM would wait for them
      onLine: (line) => COMPLAINT.test(line) && options.log?.warn({ line }, 'postgres_complained'),
    },
  );
  return {
    url: `postgres://${SUPERUSER}@${encodeURIComponent(sockets.path)}/postgres`,
    pid: child.pid,
    exited: child.exited,
    async stop() {
      await child.stop();
      await sockets.remove();
    },
  };
}

function command({ bin, cluster }: Place, socketDir: string, isDurable: boolean): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    // Its errors reach us as answers. In its own log they would repeat the values of rows.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...(isDurable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return [join(bin, 'postgres'), '-D', cluster, ...flags];
}

async function createCluster({ bin, folder, cluster, owner }: Place): Promise<void> {
  const unfinished = `${cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  // ICU, so that letter case and order are those of people on every machine, whatever its locales are.
  const language = ['--locale=C', '--locale-provider=icu', '--icu-locale=und', '-E', 'UTF8'];
  const identity = ['-U', SUPERUSER, '-A', 'trust', ...language];
  const initdb = [join(bin, 'initdb'), '-D', unfinished, ...identity, '--no-sync'];
  const child = await startGuarded(initdb, /^Success\./, { owner, cwd: folder, stopSignal: 'SIGINT' });
  await child.exited;
  // Renamed last, so that a cluster that was cut short is made anew.
  await rename(unfinished, cluster);
}

async function endLeftover(folder: string, cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = parseInt(await readFile(pidFile, 'utf8').catch(() => '0'), 10);
  if (pid > 0) await stopLeftover({ pid, commandLineHolds: cluster, stopSignal: 'SIGINT' });
  if (await isAnswering(join(folder, 'run/.s.PGSQL.5432'))) {
    // Two containers that share a volume do not see each other's processes, but would ruin each other's data.
    throw new StartError(
      `Another machine or container is running Porchlight on ${folder}. Stop that one first.`,
    );
  }
  // PostgreSQL would trust the pid alone, and give way to any process that has it by now.
  await rm(pidFile, { force: true });
}

function isAnswering(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.on('error', () => resolve(false));
    connection.on('connect', () => {
      connection.destroy();
      resolve(true);
    });
  });
}
