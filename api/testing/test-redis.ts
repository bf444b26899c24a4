import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedRedis } from '../redis/embedded-redis';

/** A real Redis of one's own, empty at first, that can be made to fail in the ways real ones do. */
export interface TestRedis {
  readonly url: string;
  /** Of the server that runs now; another one after {@link restartEmpty}. */
  readonly pid: number;
  /** Ends it and removes its folder. Safe to call in any state, and twice. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash does: connections are cut, new ones are refused. */
  kill(): Promise<void>;
  /** It keeps its connections, takes new ones, and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** A server at the same address that has forgotten everything; also after {@link kill}. */
  restartEmpty(): Promise<void>;
}

export async function startTestRedis(): Promise<TestRedis> {
  const dataDir = await mkdtemp(join(tmpdir(), 'porchlight-test-'));
  const start = () => startEmbeddedRedis({ dataDir, isDurable: false });
  let server = await start();
  let isRunning = true;
  const send = (signal: NodeJS.Signals) => isRunning && process.kill(server.pid, signal);
  const kill = async () => {
    send('SIGKILL');
    await server.exited;
    isRunning = false;
  };
  return {
    url: server.url,
    get pid() {
      return server.pid;
    },
    kill,
    freeze: () => void send('SIGSTOP'),
    thaw: () => void send('SIGCONT'),
    async restartEmpty() {
      await kill();
      server = await start();
      isRunning = true;
    },
    async stop() {
      await kill();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
