import { isIP } from 'node:net';
import { z } from 'zod';
import { ConfigError } from './config-error';
import { LIMITS } from './limits';
import { nearestName } from './nearest-name';
import { TIMINGS } from './timings';

/** What one node must know before it starts. Without `databaseUrl` or `redisUrl` it starts a server of its own. */
export interface Config {
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly secret?: string;
  readonly adminEmail: string;
  readonly adminPassword?: string;
  readonly trustedProxies: string[];
  readonly demoVisitors: number;
  readonly retainedChanges: number;
  readonly logLevel: string;
  readonly isProduction: boolean;
  readonly timings: Timings;
  readonly limits: Limits;
}

export type Timings = Readonly<Record<keyof typeof TIMINGS, number>>;
export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;

type Given = Record<string, string>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const LONGEST_TIMER_MS = 2 ** 31 - 1; // beyond it Node's timers fire at once
const LARGEST_LIMIT = 1_000_000_000;
const PROXY_GROUPS = ['loopback', 'linklocal', 'uniquelocal'];
const NOT_TO_BE_SHOWN = /URL|SECRET|PASSWORD|TOKEN$/;

const proxy = z.string().refine(isProxy, 'expected addresses or CIDR ranges, divided by commas');

const SETTINGS = z.object({
  DATABASE_URL: startingWith('postgres://', 'postgresql://').optional(),
  REDIS_URL: startingWith(
    'redis://',
    'rediss://',
    'redis+sentinel://',
    'redis+cluster://',
    'unix:///',
  ).optional(),
  PORT: wholeNumber(0, 65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  PORCHLIGHT_DATA_DIR: z.string().default('.porchlight'),
  PORCHLIGHT_SECRET: atLeast(32).optional(),
  PORCHLIGHT_ADMIN_EMAIL: z.email('expected an e-mail address').default('admin@porchlight.local'),
  PORCHLIGHT_ADMIN_PASSWORD: atLeast(12).optional(),
  PORCHLIGHT_TRUSTED_PROXIES: z.string().default('').transform(splitList).pipe(z.array(proxy)),
  PORCHLIGHT_DEMO_VISITORS: wholeNumber(0, 10_000).default(0),
  PORCHLIGHT_RETAINED_CHANGES: wholeNumber(1, 1_000_000).default(10_000),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('info'),
  NODE_ENV: z.string().optional(),
});

const TIMING_SETTINGS = numbers(TIMINGS, LONGEST_TIMER_MS);
const LIMIT_SETTINGS = numbers(LIMITS, LARGEST_LIMIT);

const NAMES = [SETTINGS, TIMING_SETTINGS, LIMIT_SETTINGS].flatMap(({ shape }) => Object.keys(shape));

/** Throws {@link ConfigError} listing every bad variable at once, so one restart fixes them all. Empty means not set. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value)) as Given;
  const settings = SETTINGS.safeParse(given);
  const timings = TIMING_SETTINGS.safeParse(given);
  const limits = LIMIT_SETTINGS.safeParse(given);
  const problems = [
    ...unknownNames(given),
    ...[settings, timings, limits].flatMap(({ error }) =>
      (error?.issues ?? []).map((issue) => explain(issue, given)),
    ),
    ...missingOrMisplaced(given),
    ...(timings.success ? tooShortLives(timings.data) : []),
  ];
  if (!settings.success || !timings.success || !limits.success || problems.length > 0) {
    throw new ConfigError(problems);
  }
  const forDemo = demoLimits(settings.data.PORCHLIGHT_DEMO_VISITORS);
  return Object.freeze(
    toConfig(settings.data, timings.data, { ...limits.data, ...unlessGiven(forDemo, given) }),
  );
}

function toConfig(
  settings: z.infer<typeof SETTINGS>,
  timings: Record<string, number>,
  limits: Record<string, number>,
): Config {
  return {
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    port: settings.PORT,
    host: settings.HOST,
    dataDir: settings.PORCHLIGHT_DATA_DIR,
    secret: settings.PORCHLIGHT_SECRET,
    adminEmail: settings.PORCHLIGHT_ADMIN_EMAIL,
    adminPassword: settings.PORCHLIGHT_ADMIN_PASSWORD,
    trustedProxies: settings.PORCHLIGHT_TRUSTED_PROXIES,
    demoVisitors: settings.PORCHLIGHT_DEMO_VISITORS,
    retainedChanges: settings.PORCHLIGHT_RETAINED_CHANGES,
    logLevel: settings.LOG_LEVEL,
    isProduction: settings.NODE_ENV === 'production',
    timings: byName(TIMINGS, timings),
    limits: byName(LIMITS, limits),
  };
}

function byName<Table extends object>(
  table: Table,
  values: Record<string, number>,
): Readonly<Record<keyof Table, number>> {
  const entries = Object.keys(table).map((name) => [name, values[variableOf(name)]]);
  return Object.freeze(Object.fromEntries(entries) as Record<keyof Table, number>);
}

/** Simulated visitors all come from one address: it may do what so many addresses might. */
function demoLimits(visitors: number): Record<string, number> {
  if (visitors === 0) return {};
  return {
    PORCHLIGHT_ADDRESS_LIMIT: LIMITS.addressLimit + 2 * visitors,
    PORCHLIGHT_ADDRESS_RESTORE_PER_SECOND: LIMITS.addressRestorePerSecond + visitors,
  };
}

function unlessGiven(values: Record<string, number>, given: Given): Record<string, number> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => given[name] === undefined));
}

function unknownNames(given: Given): string[] {
  const unknown = Object.keys(given).filter(
    (name) => name.startsWith('PORCHLIGHT_') && !NAMES.includes(name),
  );
  return unknown.map((name) => {
    const meant = nearestName(name, NAMES);
    return `${name} is not a setting${meant ? `; did you mean ${meant}?` : '. Remove it.'}`;
  });
}

function missingOrMisplaced(given: Given): string[] {
  const { DATABASE_URL, REDIS_URL, PORCHLIGHT_SECRET, PORCHLIGHT_DEMO_VISITORS, NODE_ENV } = given;
  const problems: string[] = [];
  if (NODE_ENV === 'production') {
    // The servers we bring live and die with one node: good to try, not to depend on.
    if (!DATABASE_URL)
      problems.push(
        'DATABASE_URL is missing: with NODE_ENV=production set it to your PostgreSQL, postgres://…',
      );
    if (!REDIS_URL)
      problems.push('REDIS_URL is missing: with NODE_ENV=production set it to your Redis, redis://…');
  }
  if (!DATABASE_URL && !REDIS_URL) return problems;
  if (!PORCHLIGHT_SECRET) {
    const reason = 'with DATABASE_URL or REDIS_URL set, all nodes must share one';
    problems.push(`PORCHLIGHT_SECRET is missing: ${reason}. Make one: openssl rand -hex 32`);
  }
  if (Number(PORCHLIGHT_DEMO_VISITORS) > 0) {
    problems.push(
      'PORCHLIGHT_DEMO_VISITORS is for the start without DATABASE_URL and REDIS_URL. Remove it or both of them.',
    );
  }
  return problems;
}

/** A session that ends before its next heartbeat is due would blink for ever. */
function tooShortLives(timings: Record<string, number>): string[] {
  return ['VISIBLE', 'HIDDEN'].flatMap((tab) => {
    const [beat, life] = [`PORCHLIGHT_HEARTBEAT_${tab}_MS`, `PORCHLIGHT_SESSION_TTL_${tab}_MS`];
    const [beatMs, lifeMs] = [timings[beat] ?? 0, timings[life] ?? 0];
    return lifeMs > beatMs ? [] : [`${life} (${lifeMs}) must be longer than ${beat} (${beatMs}).`];
  });
}

function explain(issue: z.core.$ZodIssue, given: Given): string {
  const name = String(issue.path[0]);
  const shown = NOT_TO_BE_SHOWN.test(name) ? '' : `, got "${given[name] ?? ''}"`;
  return `${name}: ${issue.message}${shown}.`;
}

function numbers(table: Readonly<Record<string, number>>, most: number) {
  const fields = Object.entries(table).map(([name, value]) => [
    variableOf(name),
    wholeNumber(1, most).default(value),
  ]);
  return z.object(Object.fromEntries(fields) as Record<string, z.ZodDefault<ReturnType<typeof wholeNumber>>>);
}

function wholeNumber(least: number, most: number) {
  const message = `expected a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
}

function startingWith(...schemes: string[]) {
  return z
    .string()
    .refine(
      (value) => schemes.some((scheme) => value.startsWith(scheme)),
      `expected ${schemes.join('… or ')}…`,
    );
}

function atLeast(length: number) {
  return z.string().min(length, `expected at least ${length} characters`);
}

function splitList(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

function isProxy(value: string): boolean {
  const [address = '', bits, ...more] = value.split('/');
  const version = isIP(address);
  if (version === 0) return PROXY_GROUPS.includes(value);
  if (bits === undefined) return true;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

/** sessionTtlVisibleMs is PORCHLIGHT_SESSION_TTL_VISIBLE_MS. */
function variableOf(timing: string): string {
  return `PORCHLIGHT_${timing.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
