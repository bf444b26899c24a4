import { setTimeout as passing } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { FaultWorld } from '../faults/rig/fault-world';
import type { Line } from '../faults/rig/line';

export interface FaultParts {
  readonly world: FaultWorld;
  /** Between the dashboards and the node in this process. */
  readonly line: Line;
  readonly random: () => number;
  /** Port at which the node in a process of its own has to come back. */
  readonly port: number;
}

/** Faults by name; each resolves when it is over. */
export const FAULTS: Readonly<Record<string, (parts: FaultParts) => Promise<void>>> = {
  async 'Redis frozen'({ world, random }) {
    world.home.redis.freeze();
    await passing(500 + random() * 12_000);
    world.home.redis.thaw();
  },
  async 'Redis killed and empty'({ world, random }) {
    await world.home.redis.kill();
    await passing(random() * 3_000);
    await world.home.redis.restartEmpty();
  },
  async 'Redis wiped'({ world }) {
    await withRedis(world, (client) => client.flushall());
  },
  async 'Redis connections cut'({ world }) {
    await withRedis(world, (client) => client.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
    await withRedis(world, (client) => client.client('KILL', 'TYPE', 'pubsub'));
  },
  async 'node killed'({ world, random, port }) {
    await world.processes.pop()!.kill();
    await passing(random() * 2_000);
    await world.addProcess({}, port);
  },
  async 'sockets cut'({ line, random }) {
    line.cut();
    await passing(random() * 3_000);
    line.mend();
  },
};

async function withRedis(world: FaultWorld, act: (client: Redis) => Promise<unknown>): Promise<void> {
  const client = new Redis(new URL(world.home.redis.url).pathname);
  await act(client);
  client.disconnect();
}
