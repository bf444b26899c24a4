import { join } from 'node:path';
import { ApiScope } from '../access';
import { AgentRole } from '../agents/agent-role';
import { readConfig } from '../config';
import { createLog } from '../log';
import { startServer, type RunningServer } from '../server';
import type { Site } from '../sites/site.entity';
import { PATIENT } from './patient';
import { createTestDatabase, type TestDatabase } from './test-database';
import { startTestRedis, type TestRedis } from './test-redis';
import { WIDE_LIMITS } from './wide-limits';

export const TEST_SECRET = 'a secret of at least thirty-two characters';
const PASSWORD = 'correct horse battery staple';

/**
 * What a node does by itself happens only when a test makes it happen: sweeps, and with them the ends of silent visits,
 * the minutes of the history and the checkpoints. So a test can compare two looks at the stores. A test that waits for
 * sweeps sets PORCHLIGHT_SWEEP_MS.
 */
const QUIET = { PORCHLIGHT_SWEEP_MS: '3600000', PORCHLIGHT_FORGOTTEN_MS: '3600000' } as const;

const PATIENCE = { PORCHLIGHT_REDIS_READ_DEADLINE_MS: String(PATIENT.redisReadDeadlineMs) };

export interface TestNode extends RunningServer {
  /** True when nothing is stored but by calls of the test. */
  readonly isQuiet: boolean;
  readonly database: TestDatabase;
  readonly redis: TestRedis;
  readonly site: Site;
  /** Secret of an API key of the site with every scope. */
  readonly apiKey: string;
  readonly agent: { email: string; password: string };
  /** Moves the clock of presence for this node, by so many ms from now on. */
  advanceClock(ms: number): void;
  /** What the node wrote to its log, an event each. */
  readonly events: Record<string, unknown>[];
}

export interface TestNodeOptions {
  /** Joins the stores of another node instead of having its own. */
  readonly besides?: TestNode;
  /** Uses this database instead of making one. */
  readonly database?: TestDatabase;
  /** Uses this Redis instead of starting one; it is stopped with the node. */
  readonly redis?: TestRedis;
  /** Settings as in the environment. */
  readonly env?: Record<string, string>;
}

/** A whole node on a free port, with a database and a Redis of its own, one site, one agent and one API key. */
export async function startTestNode({
  besides,
  env = {},
  ...given
}: TestNodeOptions = {}): Promise<TestNode> {
  const database = given.database ?? besides?.database ?? (await createTestDatabase());
  const redis = given.redis ?? besides?.redis ?? (await startTestRedis());
  const events: Record<string, unknown>[] = [];
  const log = createLog('trace', {
    write: (line) => events.push(JSON.parse(line) as Record<string, unknown>),
  });
  let clockOffsetMs = 0;
  const server = await startServer({
    config: readConfig({ PORT: '0', ...QUIET, ...PATIENCE, ...WIDE_LIMITS, ...env }),
    databaseUrl: database.url,
    redisUrl: redis.url,
    secret: TEST_SECRET,
    root: join(__dirname, '../..'),
    log,
    clockOffsetMs: () => clockOffsetMs,
  });
  const tenant = besides ?? (await createTenant(server));
  return {
    ...tenant,
    ...server,
    isQuiet: !('PORCHLIGHT_SWEEP_MS' in env),
    database,
    redis,
    events,
    advanceClock: (ms) => (clockOffsetMs += ms),
    async close() {
      await server.close();
      if (besides) return;
      await redis.stop();
      await database.drop();
    },
  };
}

/** One more site with an agent and a key of its own. */
export async function createTenant({ services }: RunningServer, name = 'Acme') {
  const site = await services.sites.create({ name });
  const email = `${name.toLowerCase()}-${site.key.slice(0, 6)}@example.com`;
  const { agent } = await services.agents.create({
    email,
    displayName: `${name} admin`,
    role: AgentRole.ADMIN,
    password: PASSWORD,
  });
  await services.sites.addAgent(site.id, agent.id);
  const { secret } = await services.apiKeys.create({
    siteId: site.id,
    name: 'test',
    scopes: Object.values(ApiScope),
    expiresAt: null,
  });
  return { site, apiKey: secret, agent: { email, password: PASSWORD } };
}
