import { randomBytes } from 'node:crypto';
import { passwordProblem } from './agents/password-problem';
import type { Config } from './config';
import { startSimulatedVisitors } from './demo/simulated-visitors';
import { dataDirFile } from './embedded/data-dir-file';
import type { EmbeddedServer } from './embedded/embedded-server';
import { lockDataDir } from './embedded/lock-data-dir';
import { explainStartFailure } from './explain-start-failure';
import { firstStart, type FirstStartResult } from './first-start';
import type { Log } from './log';
import { startEmbeddedPostgres } from './postgres/embedded-postgres';
import { startEmbeddedRedis } from './redis/embedded-redis';
import { startServer, type RunningServer } from './server';
import { StartError } from './start-error';

export interface StartNodeOptions {
  readonly config: Config;
  readonly log: Log;
  readonly root: string;
  /** Tells whoever started us what goes on, a line at a time. */
  readonly say: (line: string) => void;
}

export interface RunningNode {
  readonly server: RunningServer;
  /** Settles with a sentence when a server that we started has ended by itself; never otherwise. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

interface Stores {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly secret: string;
  readonly isEmbedded: boolean;
  readonly lost: Promise<string>;
}

type Closers = (() => Promise<unknown>)[];

/** Starts what is not given, then the node itself. Whatever was started is stopped again when a later step fails. */
export async function startNode(options: StartNodeOptions): Promise<RunningNode> {
  const closers: Closers = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    refuseWeakPassword(options.config);
    const stores = await openStores(options, closers);
    const server = await openServer(options, stores, closers);
    return { server, lost: stores.lost, stop };
  } catch (error) {
    await stop();
    throw explainStartFailure(error, options.config);
  }
}

async function openStores({ config, log, say }: StartNodeOptions, closers: Closers): Promise<Stores> {
  const { dataDir, databaseUrl, redisUrl } = config;
  const isEmbedded = !databaseUrl && !redisUrl;
  if (databaseUrl && redisUrl) {
    return {
      databaseUrl,
      redisUrl,
      secret: config.secret ?? '',
      isEmbedded,
      lost: new Promise(() => undefined),
    };
  }
  const lock = await lockDataDir(dataDir);
  closers.push(() => lock.release());
  const secret =
    config.secret ?? (await dataDirFile(dataDir, 'secret', () => randomBytes(32).toString('hex')));
  let lose!: (reason: string) => void;
  const lost = new Promise<string>((resolve) => (lose = resolve));
  const open = async (name: string, start: () => Promise<EmbeddedServer>) => {
    say(`  starting ${name}…`);
    const server = await start();
    closers.push(() => server.stop());
    void server.exited.then((reason) => lose(`${name} has ended: ${reason}`));
    return server.url;
  };
  return {
    databaseUrl:
      databaseUrl ??
      (await open('PostgreSQL', () => startEmbeddedPostgres({ dataDir, isDurable: true, log }))),
    redisUrl: redisUrl ?? (await open('Redis', () => startEmbeddedRedis({ dataDir, isDurable: true }))),
    secret,
    isEmbedded,
    lost,
  };
}

async function openServer(
  options: StartNodeOptions,
  stores: Stores,
  closers: Closers,
): Promise<RunningServer> {
  const { config, log, root, say } = options;
  let first: FirstStartResult = { created: null };
  let demoSiteKey: string | undefined;
  const server = await startServer({
    config,
    ...stores,
    root,
    log,
    prepare: async ({ agents, sites }) => {
      const { adminEmail, adminPassword } = config;
      const siteName = stores.isEmbedded ? 'Demo shop' : 'My site';
      first = await firstStart({ agents, sites, adminEmail, adminPassword, siteName });
      if (stores.isEmbedded) {
        const { created } = first;
        demoSiteKey = await dataDirFile(config.dataDir, 'demo-site-key', () => created?.site.key ?? '');
      }
      return { demoSiteKey: demoSiteKey || undefined };
    },
  }).catch((error: unknown) => {
    // The agent is stored all the same, and no later start knows this password.
    if (first.created) {
      say(['', '  The first agent is made:', ...credentials(first.created, config), ''].join('\n'));
    }
    throw error;
  });
  closers.push(() => server.close());
  greet(server.url, first, demoSiteKey, options);
  if (demoSiteKey && config.demoVisitors > 0) {
    const visitors = startSimulatedVisitors({
      graphqlUrl: `${server.url}/graphql`,
      siteKey: demoSiteKey,
      pageOrigin: server.url,
      count: config.demoVisitors,
      log,
    });
    closers.push(() => visitors.stop());
    say(`  ${config.demoVisitors} simulated visitors come and go.\n`);
  }
  return server;
}

function greet(
  url: string,
  { created }: FirstStartResult,
  demoSiteKey: string | undefined,
  { config, say }: StartNodeOptions,
) {
  const lines = [
    '',
    '  Porchlight is on.',
    '',
    `  Dashboard   ${url}/`,
    ...(demoSiteKey ? [`  Demo page   ${url}/demo/`] : []),
    ...(created
      ? credentials(created, config)
      : ['  Sign in     as before: the password was shown at the first start']),
    '',
    '  Ctrl-C stops it; everything is kept.',
    '',
  ];
  say(lines.join('\n'));
}

function credentials(
  { email, password }: NonNullable<FirstStartResult['created']>,
  { adminPassword }: Config,
): string[] {
  const told = adminPassword ? [] : [`  Password    ${password}   (shown once: keep it)`];
  return [`  E-mail      ${email}`, ...told];
}

/** Said before anything is started: whoever chose it is still looking. */
function refuseWeakPassword({ adminEmail, adminPassword }: Config): void {
  const problem = adminPassword ? passwordProblem(adminPassword, adminEmail) : null;
  if (problem !== null) throw new StartError(`PORCHLIGHT_ADMIN_PASSWORD is not good enough. ${problem}`);
}
