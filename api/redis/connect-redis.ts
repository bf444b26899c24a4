import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { Log } from '../log';

/** One Redis, one Sentinel group, or one cluster. */
export type RedisClient = Redis | Cluster;

export interface RedisConnectionOptions {
  readonly url: string;
  /** Shown by CLIENT LIST. */
  readonly name: string;
  readonly log: Log;
}

const FIRST_RETRY_MS = 50;
// Short enough that presence is right again two seconds after Redis is back, however long it was away.
const LONGEST_RETRY_MS = 1_500;

/** Wait before the next attempt to connect, ms: doubling, capped, and spread so that nodes do not return in step. */
export function retryDelayMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempt, 10));
  return Math.round(Math.max(FIRST_RETRY_MS, ceiling * (0.5 + random() / 2)));
}

/**
 * A connection that fails fast: nothing is queued while Redis is away and nothing is sent twice.
 * Speaks `redis:`, `rediss:`, `unix:`, `redis+sentinel://host:port,…/master` and `redis+cluster://host:port,…`.
 * An outage is logged once when it begins and once when it ends.
 */
export function connectRedis({ url, name, log }: RedisConnectionOptions): RedisClient {
  const options: RedisOptions = {
    connectionName: `porchlight-${name}`,
    connectTimeout: 2_000,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 1,
    keepAlive: 10_000,
    // A client that is closed while Redis is away holds the process for that long.
    disconnectTimeout: 100,
    retryStrategy: (attempt) => retryDelayMs(attempt),
  };
  const client = openClient(url, options);
  reportOutages(client, name, log);
  return client;
}

function openClient(url: string, options: RedisOptions): RedisClient {
  if (url.startsWith('unix:'))
    return new Redis({ ...options, path: decodeURIComponent(new URL(url).pathname) });
  if (url.startsWith('redis+cluster://')) {
    const { hosts, password } = splitHosts(url);
    return new Cluster(hosts, {
      redisOptions: { ...options, password },
      enableOfflineQueue: false,
      scaleReads: 'master',
      clusterRetryStrategy: (attempt) => retryDelayMs(attempt),
    });
  }
  if (url.startsWith('redis+sentinel://')) {
    const { hosts, path, password } = splitHosts(url);
    return new Redis({ ...options, sentinels: hosts, name: path || 'mymaster', password });
  }
  return new Redis(url, options);
}

// `new URL` refuses several hosts in one authority.
function splitHosts(url: string) {
  const [authority = '', path = ''] = url.slice(url.indexOf('://') + 3).split('/');
  const at = authority.lastIndexOf('@');
  const password = at < 0 ? undefined : decodeURIComponent(authority.slice(0, at).split(':').pop() ?? '');
  const hosts = authority
    .slice(at + 1)
    .split(',')
    .map((hostPort) => new URL(`redis://${hostPort}`))
    .map(({ hostname, port }) => ({ host: hostname, port: Number(port || 6379) }));
  return { hosts, path, password };
}

function reportOutages(client: RedisClient, name: string, log: Log): void {
  let isAway = false;
  client.on('error', (err: Error) => {
    if (!isAway) log.warn({ err, connection: name }, 'redis_lost');
    isAway = true;
  });
  client.on('close', () => {
    if (!isAway) log.debug({ connection: name }, 'redis_connection_closed');
  });
  client.on('ready', () => {
    if (isAway) log.info({ connection: name }, 'redis_back');
    isAway = false;
  });
}
