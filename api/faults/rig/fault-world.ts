import { Client } from 'pg';
import { ApiScope } from '../../access';
import type { SiteEvent } from '../../realtime-session/presence-changes';
import type { Change } from '../../realtime-session/presence';
import type { TestDatabase } from '../../testing/test-database';
import { startTestNode, type TestNode } from '../../testing/test-node';
import type { TestRedis } from '../../testing/test-redis';
import { startNodeProcess, type NodeProcess } from './node-process';
import { Observer, type Snapshot } from './observer';

/** Short lives, so that a fault that lasts minutes in life lasts seconds here. */
export const SHORT = {
  heartbeatMs: 1_000,
  ttlMs: 5_000,
  hiddenTtlMs: 6_000,
  graceMs: 1_000,
  sweepMs: 500,
} as const;

export const SHORT_ENV: Record<string, string> = {
  PORCHLIGHT_HEARTBEAT_VISIBLE_MS: String(SHORT.heartbeatMs),
  PORCHLIGHT_HEARTBEAT_HIDDEN_MS: String(SHORT.heartbeatMs),
  PORCHLIGHT_SESSION_TTL_VISIBLE_MS: String(SHORT.ttlMs),
  PORCHLIGHT_SESSION_TTL_HIDDEN_MS: String(SHORT.hiddenTtlMs),
  PORCHLIGHT_SWEEP_MS: String(SHORT.sweepMs),
  PORCHLIGHT_COALESCING_MS: '10',
  // Of a Redis that is merely late because tests share the machine, nothing is to be learned.
  PORCHLIGHT_REDIS_READ_DEADLINE_MS: '1000',
};

/** So rarely that, within a test, this node never sweeps. */
const NEVER = { PORCHLIGHT_SWEEP_MS: '3600000' };

export interface FaultWorldOptions {
  readonly env?: Record<string, string>;
  /** API nodes in processes of their own, besides the one in this process. */
  readonly processes?: number;
  readonly redis?: TestRedis;
  readonly database?: TestDatabase;
  /** True leaves sweeping, which the node in this process does otherwise, to the processes. */
  readonly homeRests?: boolean;
}

/** Stores of one's own with a site whose goodbyes wait {@link SHORT.graceMs}, a node in this process, and some outside. */
export class FaultWorld {
  readonly processes: NodeProcess[] = [];
  /** Processes that nobody may be waiting for; none may outlive the stores it starts on. */
  private readonly starting = new Set<Promise<NodeProcess>>();
  private readonly observers: Observer[] = [];

  private constructor(
    readonly home: TestNode,
    private readonly env: Record<string, string>,
  ) {}

  static async start(options: FaultWorldOptions = {}): Promise<FaultWorld> {
    const { processes = 0, redis, database, homeRests = processes > 0 } = options;
    const env = { ...SHORT_ENV, ...options.env };
    const home = await startTestNode({ redis, database, env: homeRests ? { ...env, ...NEVER } : env });
    const world = new FaultWorld(home, env);
    await world.sql('UPDATE sites SET goodbye_grace_seconds = $1', [SHORT.graceMs / 1_000]);
    await Promise.all(Array.from({ length: processes }, () => world.addProcess()));
    return world;
  }

  get siteId(): string {
    return this.home.site.id;
  }

  get siteKey(): string {
    return this.home.site.key;
  }

  /** Starts one more node in a process of its own. */
  async addProcess(env: Record<string, string> = {}, port?: number): Promise<NodeProcess> {
    const { database, redis } = this.home;
    const starting = startNodeProcess({
      databaseUrl: database.url,
      redisUrl: redis.url,
      port,
      env: { ...this.env, ...env },
    }).then((started) => {
      this.processes.push(started);
      return started;
    });
    this.starting.add(starting);
    return starting.finally(() => this.starting.delete(starting));
  }

  /** Position and who is online, of one instant; null when Redis cannot say. */
  async snapshot(): Promise<Snapshot | null> {
    const roster = await this.home.services.sessions.getRoster(this.siteId);
    return roster && { position: roster.position, online: new Set(roster.online.map((v) => v.visitorId)) };
  }

  /** Who is online; nobody when Redis cannot say. */
  async online(): Promise<ReadonlySet<string>> {
    return (await this.snapshot())?.online ?? new Set();
  }

  /** Everything the site has announced in this epoch, oldest first. */
  async announced(): Promise<Change[]> {
    const events: SiteEvent[] =
      (await this.home.services.changes.readAfter(this.siteId, { epoch: '', offset: 0 })) ?? [];
    return events.filter((event): event is Change => event.kind !== 'RESYNC');
  }

  async announcedOff(): Promise<Change[]> {
    return (await this.announced()).filter(({ kind }) => kind === 'WENT_OFFLINE');
  }

  /** A dashboard, at the url of that number first; with a key of its own, or a cursor of an earlier visit, if given. */
  async observe(
    urls: readonly string[] = [this.home.url],
    first = 0,
    { apiKey = this.home.apiKey, after }: { apiKey?: string; after?: string } = {},
  ): Promise<Observer> {
    const snapshot = () => this.snapshot();
    const observer = await Observer.open({ urls, apiKey, siteId: this.siteId, snapshot, after }, first);
    this.observers.push(observer);
    return observer;
  }

  /** Secret of one more API key of the site, with these scopes or all. */
  async newKey(scopes: readonly ApiScope[] = Object.values(ApiScope)): Promise<string> {
    const { apiKeys } = this.home.services;
    const key = { siteId: this.siteId, name: 'fault', scopes: [...scopes], expiresAt: null };
    return (await apiKeys.create(key)).secret;
  }

  /** Stored last-seen times, Unix ms, by visitor. */
  async lastSeen(): Promise<Map<string, number>> {
    const rows = await this.sql('SELECT id, last_seen_at FROM visitors');
    return new Map(rows.map((row) => [row['id'] as string, (row['last_seen_at'] as Date).getTime()]));
  }

  async sql(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.home.database.url });
    await client.connect();
    try {
      return (await client.query(text, values)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    this.observers.forEach((observer) => observer.close());
    await Promise.allSettled(this.starting);
    await Promise.all(this.processes.map((each) => each.kill()));
    await this.home.close();
  }
}
