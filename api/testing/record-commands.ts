import { randomUUID } from 'node:crypto';
import { connectRedis } from '../redis/connect-redis';
import { createLog } from '../log';
import { RATE_KEYS } from '../redis/keys';
import type { Redis } from 'ioredis';

export interface RecordOptions {
  /** Also what counts how much callers use. */
  readonly withRates?: boolean;
}

/** The commands that clients sent to Redis while `act` ran, in order; what scripts called inside the server is left out. */
export async function recordCommands(
  url: string,
  act: () => Promise<unknown>,
  { withRates = false }: RecordOptions = {},
): Promise<string[][]> {
  const client = connectRedis({ url, name: 'recorder', log: createLog('silent') }) as Redis;
  await new Promise((resolve) => client.once('ready', resolve));
  const monitor = await openMonitor(client);
  const seen: string[][] = [];
  const end = randomUUID();
  try {
    const ended = new Promise<void>((resolve) => {
      monitor.on('monitor', (_time: string, args: string[], source: string) => {
        if (args[1] === end) resolve();
        else if (source !== 'lua' && (withRates || !isRate(args))) seen.push(args);
      });
    });
    await act();
    await client.echo(end);
    await ended;
    return seen;
  } finally {
    monitor.disconnect();
    client.disconnect();
  }
}

// ioredis fails when another connection's command is told together with the OK that begins the monitoring. Nothing is lost then,
// for nobody has acted yet.
async function openMonitor(client: Redis, triesLeft = 20): Promise<Redis> {
  const monitor = client.duplicate({ monitor: true, lazyConnect: false });
  try {
    await new Promise((resolve, reject) => monitor.once('monitoring', resolve).once('error', reject));
    return monitor;
  } catch (error) {
    monitor.disconnect();
    if (triesLeft === 0) throw error;
    return openMonitor(client, triesLeft - 1);
  }
}

// EVALSHA, hash, number of keys, key.
function isRate([, , , key]: readonly string[]): boolean {
  return key?.startsWith(`${RATE_KEYS}:`) ?? false;
}
