import { readConfig } from './config';
import { ConfigError } from './config-error';

const OWN_SERVERS = {
  DATABASE_URL: 'postgres://db/porchlight',
  REDIS_URL: 'redis://cache',
  PORCHLIGHT_SECRET: 's'.repeat(32),
};

function problemsOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('the configuration', () => {
  it('needs nothing: the defaults are an embedded start on this machine only', () => {
    const config = readConfig({});

    expect(config).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      dataDir: '.porchlight',
      adminEmail: 'admin@porchlight.local',
      trustedProxies: [],
      demoVisitors: 0,
      retainedChanges: 10_000,
      logLevel: 'info',
      isProduction: false,
    });
    expect(config.databaseUrl ?? config.redisUrl ?? config.secret ?? config.adminPassword).toBeUndefined();
    expect(config.timings.sessionTtlVisibleMs).toBe(45_000);
  });

  it('takes every setting from its own variable', () => {
    const config = readConfig({
      ...OWN_SERVERS,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '0.0.0.0',
      PORCHLIGHT_ADMIN_PASSWORD: 'correct horse battery',
      PORCHLIGHT_TRUSTED_PROXIES: '10.0.0.0/8, ::1,loopback',
      PORCHLIGHT_SESSION_TTL_VISIBLE_MS: '400',
      PORCHLIGHT_HEARTBEAT_VISIBLE_MS: '100',
      LOG_LEVEL: 'debug',
    });

    expect(config).toMatchObject({
      databaseUrl: OWN_SERVERS.DATABASE_URL,
      redisUrl: OWN_SERVERS.REDIS_URL,
      secret: OWN_SERVERS.PORCHLIGHT_SECRET,
      isProduction: true,
      port: 0,
      host: '0.0.0.0',
      adminPassword: 'correct horse battery',
      trustedProxies: ['10.0.0.0/8', '::1', 'loopback'],
      logLevel: 'debug',
    });
    expect(config.timings).toMatchObject({
      sessionTtlVisibleMs: 400,
      heartbeatVisibleMs: 100,
      sweepMs: 1_000,
    });
  });

  it('counts an empty variable as not set', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' }).port).toBe(4000);
  });

  it.each([
    'redis+sentinel://a:26379,b:26379/main',
    'redis+cluster://a:6379,b:6379',
    'rediss://u:p@cache:6380/2',
    'unix:///run/redis.sock',
  ])('accepts the Redis address %s', (REDIS_URL) => {
    expect(readConfig({ ...OWN_SERVERS, REDIS_URL }).redisUrl).toBe(REDIS_URL);
  });
});

describe('a wrong configuration', () => {
  it('is told in one go, each setting on its own line with what was expected', () => {
    const message = problemsOf({
      PORT: '70000',
      LOG_LEVEL: 'loud',
      PORCHLIGHT_SWEEP_MS: '1.5',
      PORCHLIGHT_ADMIN_EMAIL: 'me',
    });

    expect(message.split('\n')).toHaveLength(5);
    expect(message).toContain('PORT: expected a whole number from 0 to 65535, got "70000".');
    expect(message).toContain('LOG_LEVEL: expected one of fatal, error');
    expect(message).toContain('PORCHLIGHT_SWEEP_MS: expected a whole number');
    expect(message).toContain('PORCHLIGHT_ADMIN_EMAIL: expected an e-mail address, got "me".');
  });

  it('never repeats a secret or an address with a password in it', () => {
    const message = problemsOf({
      DATABASE_URL: 'mysql://root:hunter2@db',
      REDIS_URL: 'hunter2',
      PORCHLIGHT_SECRET: 'hunter2',
      PORCHLIGHT_ADMIN_PASSWORD: 'hunter2',
    });

    expect(message.split('\n')).toHaveLength(5);
    expect(message).not.toContain('hunter2');
  });

  it('names the setting that was meant by a misspelt one', () => {
    expect(problemsOf({ PORCHLIGHT_SESION_TTL_VISIBLE_MS: '1' })).toContain(
      'did you mean PORCHLIGHT_SESSION_TTL_VISIBLE_MS?',
    );
    expect(problemsOf({ PORCHLIGHT_BANANAS: '1' })).toContain(
      'PORCHLIGHT_BANANAS is not a setting. Remove it.',
    );
  });

  it.each([
    ['neither server', {}, ['DATABASE_URL is missing', 'REDIS_URL is missing']],
    ['no Redis', { ...OWN_SERVERS, REDIS_URL: undefined }, ['REDIS_URL is missing']],
    ['no PostgreSQL', { ...OWN_SERVERS, DATABASE_URL: undefined }, ['DATABASE_URL is missing']],
    ['no secret', { ...OWN_SERVERS, PORCHLIGHT_SECRET: undefined }, ['PORCHLIGHT_SECRET is missing']],
  ])('includes production with %s', (_, env, expected) => {
    const message = problemsOf({ ...env, NODE_ENV: 'production' });

    for (const problem of expected) expect(message).toContain(problem);
  });

  it('includes simulated visitors in a database that is not the embedded one', () => {
    expect(problemsOf({ ...OWN_SERVERS, PORCHLIGHT_DEMO_VISITORS: '5' })).toContain(
      'PORCHLIGHT_DEMO_VISITORS is for',
    );
    expect(problemsOf({ PORCHLIGHT_DEMO_VISITORS: '5' })).toBe('');
  });

  it('includes a session that ends before its next heartbeat is due', () => {
    const message = problemsOf({ PORCHLIGHT_SESSION_TTL_HIDDEN_MS: '55000' });

    expect(message).toContain(
      'PORCHLIGHT_SESSION_TTL_HIDDEN_MS (55000) must be longer than PORCHLIGHT_HEARTBEAT_HIDDEN_MS (55000).',
    );
  });

  it.each(['10.0.0.0/33', 'proxy.example.org', '1.2.3.4/8/8', '::1/129'])(
    'includes the trusted proxy "%s"',
    (proxy) => {
      expect(problemsOf({ PORCHLIGHT_TRUSTED_PROXIES: proxy })).toContain(
        'expected addresses or CIDR ranges',
      );
    },
  );
});
