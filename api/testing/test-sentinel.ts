import { Redis } from 'ioredis';
import { freePort } from './free-port';
import { startRedisProcess } from './redis-process';
import type { TestRedis } from './test-redis';

const MASTER = 'porchlight';

export interface TestSentinelOptions {
  /** Port at which everybody, the replica too, is told to find the master; its own when left out. */
  readonly masterAt?: (masterPort: number) => Promise<number>;
}

/** A master with one replica and one Sentinel that fails over within about two seconds. */
export interface TestSentinel extends TestRedis {
  readonly replicaPort: number;
  /** Ends the master; the replica takes over when Sentinel has noticed. */
  kill(): Promise<void>;
}

/** Resolves when the replica follows the master and Sentinel knows it. */
export async function startTestSentinel({ masterAt }: TestSentinelOptions = {}): Promise<TestSentinel> {
  const master = await startRedisProcess();
  const port = masterAt ? await masterAt(master.port) : master.port;
  const replica = await startRedisProcess({
    settings: { replicaof: `127.0.0.1 ${port}`, 'repl-diskless-sync-delay': '0' },
  });
  const sentinel = await startRedisProcess({
    port: await freePort(),
    sentinel: [
      `sentinel monitor ${MASTER} 127.0.0.1 ${port} 1`,
      `sentinel down-after-milliseconds ${MASTER} 1000`,
      `sentinel failover-timeout ${MASTER} 4000`,
    ].join('\n'),
  });
  await untilReady(replica.port, sentinel.port);
  return {
    url: `redis+sentinel://127.0.0.1:${sentinel.port}/${MASTER}`,
    pid: master.pid,
    replicaPort: replica.port,
    kill: () => master.kill(),
    freeze: () => master.freeze(),
    thaw: () => master.thaw(),
    restartEmpty: () => Promise.reject(new Error('A failed-over master is not brought back')),
    async stop() {
      await sentinel.stop();
      await Promise.all([master.stop(), replica.stop()]);
    },
  };
}

async function untilReady(replicaPort: number, sentinelPort: number): Promise<void> {
  const [replica, sentinel] = [new Redis(replicaPort), new Redis(sentinelPort)];
  try {
    const isReady = async () => {
      const [info, replicas] = await Promise.all([
        replica.info('replication'),
        sentinel.call('SENTINEL', 'REPLICAS', MASTER) as Promise<unknown[]>,
      ]);
      return info.includes('master_link_status:up') && replicas.length > 0;
    };
    while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    replica.disconnect();
    sentinel.disconnect();
  }
}
