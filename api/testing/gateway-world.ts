import type { DataSource } from 'typeorm';
import type { WidgetCaller } from '../gateway/calls';
import { readConfig, type Timings } from '../config';
import { createLog } from '../log';
import { createDataSource } from '../postgres/data-source';
import { connectRedis, type RedisClient } from '../redis/connect-redis';
import { bucketOf } from '../redis/keys';
import { createServices, type Services } from '../services';
import type { Site } from '../sites/site.entity';
import { TIMINGS } from '../timings';
import { PATIENT } from './patient';
import { startBreakablePostgres, type BreakablePostgres } from './breakable-postgres';
import { startTestRedis, type TestRedis } from './test-redis';
import { WIDE_LIMITS } from './wide-limits';

/** The services of a node on a PostgreSQL database and a Redis of one's own, with a site and a movable clock. */
export interface GatewayWorld {
  readonly services: Services;
  readonly dataSource: DataSource;
  readonly redisClient: RedisClient;
  readonly database: BreakablePostgres;
  readonly redis: TestRedis;
  readonly site: Site;
  readonly events: Record<string, unknown>[];
  /** A browser on one of the site's pages. */
  readonly caller: WidgetCaller;
  lastSeenMs(visitorId: string): Promise<number | null>;
  isOnline(visitorId: string): Promise<boolean>;
  /** Lets time pass, to the millisecond, sweeping every second as a node does, or less often through a long time. */
  pass(seconds: number, everySeconds?: number): Promise<void>;
  /** Lets time pass while nobody sweeps. */
  advance(ms: number): void;
  /** Redis's clock as the services see it, Unix ms. */
  nowMs(): number;
  stop(): Promise<void>;
}

export async function startGatewayWorld(settings: Partial<Timings> = {}): Promise<GatewayWorld> {
  const events: Record<string, unknown>[] = [];
  const log = createLog('debug', {
    write: (line) => events.push(JSON.parse(line) as Record<string, unknown>),
  });
  const [database, redis] = await Promise.all([startBreakablePostgres(), startTestRedis()]);
  const dataSource = await createDataSource(database.url).initialize();
  const open = async (name: string): Promise<RedisClient> => {
    const client = connectRedis({ url: redis.url, name, log });
    await new Promise((resolve) => client.once('ready', resolve));
    return client;
  };
  const [commands, subscriber] = await Promise.all([open('commands'), open('subscriber')]);
  let offsetMs = 0;
  const services = createServices({
    dataSource,
    commands,
    subscriber,
    secret: 'a secret of at least thirty-two characters',
    timings: { ...TIMINGS, ...PATIENT, retainedChanges: 10_000, ...settings },
    limits: readConfig(WIDE_LIMITS).limits,
    log,
    clockOffsetMs: () => offsetMs,
  });
  const site = await services.sites.create({ name: 'Acme', allowedOrigins: ['https://acme.test'] });
  const find = (visitorId: string) => services.visitors.findById([site.id], visitorId);
  return {
    services,
    dataSource,
    redisClient: commands,
    database,
    redis,
    site,
    events,
    caller: { origin: 'https://acme.test', userAgent: null, address: null, allowOrigin: () => undefined },
    lastSeenMs: async (visitorId) => (await find(visitorId))?.lastSeenAt?.getTime() ?? null,
    isOnline: (visitorId) => services.sessions.isVisitorOnline({ siteId: site.id, visitorId }),
    async pass(seconds, everySeconds = 1) {
      for (let left = seconds; left > 0; left -= everySeconds) {
        offsetMs += Math.round(Math.min(left, everySeconds) * 1_000);
        await services.sweeper.sweepBucket(bucketOf(site.id));
        await services.sweeper.stored();
      }
    },
    advance: (ms) => void (offsetMs += ms),
    nowMs: () => services.sessions.nowMs(),
    async stop() {
      commands.disconnect();
      subscriber.disconnect();
      await dataSource.destroy().catch(() => undefined);
      await redis.stop();
      await database.drop();
    },
  };
}
