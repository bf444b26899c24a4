import { Redis } from 'ioredis';
import { freePort } from './free-port';
import { startRedisProcess, type RedisProcess } from './redis-process';
import type { TestRedis } from './test-redis';

const MASTERS = 3;
const SLOTS = 16_384;

/** A Redis Cluster of three masters without replicas, all slots served when this resolves. */
export async function startTestCluster(): Promise<TestRedis> {
  const nodes = await Promise.all(Array.from({ length: MASTERS }, startClusterNode));
  const clients = nodes.map(({ server }) => new Redis(server.port));
  try {
    await Promise.all(
      clients.map((client, i) => client.cluster('ADDSLOTSRANGE', firstSlot(i), firstSlot(i + 1) - 1)),
    );
    const [first, ...others] = clients;
    for (const i of others.keys()) {
      const { server, busPort } = nodes[i + 1]!;
      await first!.call('CLUSTER', 'MEET', '127.0.0.1', server.port, busPort);
    }
    await Promise.all(clients.map(untilServing));
  } finally {
    for (const client of clients) client.disconnect();
  }
  return asStore(nodes.map(({ server }) => server));
}

async function startClusterNode() {
  const busPort = await freePort();
  const settings = {
    'cluster-enabled': 'yes',
    'cluster-port': String(busPort),
    'cluster-node-timeout': '2000',
  };
  return { server: await startRedisProcess({ settings }), busPort };
}

const firstSlot = (i: number) => Math.ceil((i * SLOTS) / MASTERS);

async function untilServing(client: Redis): Promise<void> {
  const isServing = async () => {
    const info = String(await client.cluster('INFO'));
    return info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${MASTERS}`);
  };
  while (!(await isServing())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** What is done to it, is done to all servers; its pid is that of the first. */
function asStore(servers: readonly RedisProcess[]): TestRedis {
  const all = async (act: (server: RedisProcess) => Promise<void>) =>
    void (await Promise.all(servers.map(act)));
  return {
    url: `redis+cluster://${servers.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    pid: servers[0]!.pid,
    stop: () => all((server) => server.stop()),
    kill: () => all((server) => server.kill()),
    freeze: () => servers.forEach((server) => server.freeze()),
    thaw: () => servers.forEach((server) => server.thaw()),
    restartEmpty: () =>
      Promise.reject(new Error('A cluster that lost its slots has to be put together again')),
  };
}
