import { existsSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { postgresOwner } from '../postgres/postgres-owner';
import { EmbeddedProgram, type StartedProgram } from '../testing/embedded-program';
import { runningProcess } from './running-process';

const isRoot = process.getuid?.() === 0;
const users = isRoot
  ? [
      { name: 'root, from a folder closed to all others', owner: undefined },
      { name: 'a user without rights', owner: postgresOwner() },
    ]
  : [{ name: 'the user who runs the tests', owner: undefined }];

describe.each(users)('the embedded servers, started by $name', ({ owner }) => {
  let program: EmbeddedProgram;
  let started: StartedProgram;

  beforeAll(() => {
    program = new EmbeddedProgram(owner);
  });

  afterAll(async () => {
    await end(started, 'SIGTERM');
    removePostgresFolder(join(program.folder, 'data'));
    program.remove();
  });

  it('run as that user and keep what is written when they are stopped and started again', async () => {
    started = await program.start();
    expect(started.servers.uid).toBe(owner?.uid ?? process.getuid?.());
    await writeBoth(started, 'kept over a restart');

    expect(await end(started, 'SIGTERM')).toBe(true);
    expect(running(started)).toEqual([]);

    started = await program.start();
    expect(await readBoth(started)).toEqual(['kept over a restart', 'kept over a restart']);
  });

  it('refuse a second start in the same folder with a sentence, and the first one goes on', async () => {
    await expect(program.start()).rejects.toThrow(
      new RegExp(
        `StartError: Porchlight is already running in .*data \\(process ${started.pid}\\)\\. Stop that one first`,
      ),
    );

    expect(await readBoth(started)).toHaveLength(2);
  });

  it('refuse a folder in which a server answers that is none of our processes, as with a volume that two containers share', async () => {
    const locks = readdirSync(join(program.folder, 'data')).filter((name) => name.startsWith('lock-'));
    const lock = join(program.folder, 'data', locks[0] ?? '');
    const pidFile = join(realpathSync(join(program.folder, 'data/postgres')), 'data/postmaster.pid');
    const [held, pid] = [readFileSync(lock), readFileSync(pidFile)];
    rmSync(lock);
    rmSync(pidFile);

    await expect(program.start()).rejects.toThrow(
      'StartError: Another machine or container is running Porchlight on',
    );

    writeFileSync(lock, held);
    writeFileSync(pidFile, pid);
    expect(await readBoth(started)).toHaveLength(2);
  });

  it('end when their parent is killed, and the next start finds their data', async () => {
    await writeBoth(started, 'kept over a kill');
    const before = started;

    await end(started, 'SIGKILL');
    while (running(before).length > 0) await wait(20);

    started = await program.start();
    expect(await readBoth(started)).toEqual(['kept over a kill', 'kept over a kill']);
  });

  it('can be started again at once after a kill, while the old ones are still ending', async () => {
    const before = started;
    process.kill(before.servers.redisPid, 'SIGSTOP'); // its watcher must wait for it
    await end(started, 'SIGKILL');
    process.kill(before.servers.redisPid, 'SIGCONT');

    started = await program.start();

    expect(running(before)).toEqual([]);
    expect(await readBoth(started)).toEqual(['kept over a kill', 'kept over a kill']);
  });

  it('are stopped in order when Ctrl-C is pressed in the terminal', async () => {
    process.kill(-started.pid, 'SIGINT'); // a terminal signals the whole group

    expect(await started.exited).toBe(true);
    expect(running(started)).toEqual([]);
  });

  it('start in a folder whose path is too long for a socket', async () => {
    const dataDir = join(program.folder, 'deep'.repeat(30));

    const far = await program.start(dataDir);
    await writeBoth(far, 'far away');
    expect(await readBoth(far)).toEqual(['far away', 'far away']);

    await end(far, 'SIGTERM');
    expect(existsSync(socketOf(far))).toBe(false);
    removePostgresFolder(dataDir);
  });
});

async function end({ pid, exited }: StartedProgram, signal: NodeJS.Signals): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended already
  }
  return exited;
}

function running({ servers }: StartedProgram): number[] {
  return [servers.postgresPid, servers.redisPid].filter((pid) => runningProcess(pid) !== null);
}

// As root it may lie outside, where PostgreSQL's user can reach it.
function removePostgresFolder(dataDir: string): void {
  rmSync(realpathSync(join(dataDir, 'postgres')), { recursive: true });
}

function socketOf({ servers }: StartedProgram): string {
  return new URL(servers.redisUrl).pathname;
}

async function writeBoth(program: StartedProgram, text: string): Promise<void> {
  await withClients(program, async (client, redis) => {
    await client.query('CREATE TABLE IF NOT EXISTS notes (text text)');
    await client.query('INSERT INTO notes VALUES ($1)', [text]);
    await redis.set('note', text);
    // Redis promises the last second only when it is stopped in order; the watcher does stop it in order.
  });
}

async function readBoth(program: StartedProgram): Promise<(string | null)[]> {
  return withClients(program, async (client, redis) => {
    const { rows } = await client.query<{ text: string }>(
      'SELECT text FROM notes ORDER BY ctid DESC LIMIT 1',
    );
    return [rows[0]?.text ?? null, await redis.get('note')];
  });
}

async function withClients<T>(
  program: StartedProgram,
  work: (client: Client, redis: Redis) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: program.servers.postgresUrl });
  const redis = new Redis(socketOf(program));
  await client.connect();
  try {
    return await work(client, redis);
  } finally {
    redis.disconnect();
    await client.end();
  }
}
