import fastifyCookie from '@fastify/cookie';
import { createEndpointParts } from './graphql/create-endpoint-parts';
import { serveHttp } from './graphql/http-endpoint';
import { serveWebSocket } from './graphql/ws-endpoint';
import { serveHealth } from './health';
import { createHttpApp } from './http-app';
import type { Log } from './log';
import { logRequest } from './log-request';
import { servePages } from './pages';
import { createDataSource } from './postgres/data-source';
import { migrate } from './postgres/migrate';
import { connectRedis, type RedisClient } from './redis/connect-redis';
import { warnAboutEviction } from './redis/warn-about-eviction';
import { createServices, type Services } from './services';
import type { Config } from './config';
import { watchRequests } from './watch-requests';

export interface ServerOptions {
  readonly config: Pick<
    Config,
    'host' | 'port' | 'trustedProxies' | 'timings' | 'limits' | 'retainedChanges'
  >;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Signs visitor tokens and cursors; the same on every node. */
  readonly secret: string;
  /** Root of the checkout, where the web parts are. */
  readonly root: string;
  readonly log: Log;
  /** Called between migrating and listening; what it returns decides whether the demo is served. */
  readonly prepare?: (services: Services) => Promise<{ demoSiteKey?: string }>;
  /** Moves Redis's clock for this node; left out outside tests. */
  readonly clockOffsetMs?: () => number;
}

export interface RunningServer {
  /** `http://host:port` it listens on. */
  readonly url: string;
  readonly services: Services;
  /** Stops accepting, tells sockets to come back elsewhere, finishes requests, lets go of Redis and PostgreSQL. */
  close(): Promise<void>;
}

/** One API node: connects, migrates, serves. Rejects, and leaves nothing open, when PostgreSQL or Redis cannot be reached. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return await open(options, closers, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  options: ServerOptions,
  closers: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<RunningServer> {
  const { config, secret, log } = options;
  const dataSource = await createDataSource(options.databaseUrl).initialize();
  closers.push(() => dataSource.destroy());
  await migrate(dataSource);
  const [commands, subscriber] = await Promise.all([
    openRedis(options.redisUrl, 'commands', log, closers),
    openRedis(options.redisUrl, 'subscriber', log, closers),
  ]);
  await warnAboutEviction(commands, log);
  const services = createServices({
    dataSource,
    commands,
    subscriber,
    secret,
    timings: { ...config.timings, retainedChanges: config.retainedChanges },
    limits: config.limits,
    log,
    clockOffsetMs: options.clockOffsetMs,
  });
  const prepared = await options.prepare?.(services);
  // Before the first call comes: nobody who was forgotten is let in by a node that has not heard of it.
  await services.refused.start();
  closers.push(() => services.refused.stop());
  services.changes.start();
  closers.push(() => Promise.resolve(services.changes.stop()));
  services.sweeper.start();
  closers.push(() => services.sweeper.stop());
  services.retention.start();
  closers.push(() => services.retention.stop());

  let isDraining = false;
  const app = createHttpApp({ trustedProxies: config.trustedProxies, log });
  watchRequests(app, (request) => logRequest(log, request));
  await app.register(fastifyCookie);
  const parts = createEndpointParts({ ...services, secret, timings: config.timings, log });
  const apollo = await serveHttp(app, parts);
  serveHealth(app, {
    isDraining: () => isDraining,
    stores: {
      postgresql: () => dataSource.query('SELECT 1'),
      redis: () => commands.ping(),
      subscription: () => (services.changes.isHearing ? Promise.resolve() : Promise.reject(new Error())),
    },
  });
  await servePages(app, { root: options.root, demoSiteKey: prepared?.demoSiteKey });
  await app.ready();
  const webSocket = serveWebSocket({
    ...parts,
    server: app.server,
    log,
    trustsProxies: config.trustedProxies.length > 0,
  });
  closers.push(
    () => apollo.stop(),
    () => app.close(),
    () => webSocket.close(),
  );
  closers.push(() => {
    isDraining = true;
    return Promise.resolve();
  });
  const url = await app.listen({ host: config.host, port: config.port });
  return { url, services, close };
}

async function openRedis(
  url: string,
  name: string,
  log: Log,
  closers: (() => Promise<unknown>)[],
): Promise<RedisClient> {
  const client = connectRedis({ url, name, log });
  closers.push(() => Promise.resolve(client.disconnect()));
  await new Promise<void>((resolve, reject) => {
    client.once('ready', resolve);
    client.once('error', (err: Error) =>
      reject(new Error(`Redis cannot be reached: ${err.message}`, { cause: err })),
    );
  });
  return client;
}
