import { createServer } from 'node:net';
import { explainStartFailure } from './explain-start-failure';
import { StartError } from './start-error';
import { createDataSource } from './postgres/data-source';

const SETTINGS = {
  host: '127.0.0.1',
  port: 4000,
  databaseUrl: 'postgres://shop:hush-hush@db.example.com:5432/porchlight?sslmode=require',
  redisUrl: 'redis+sentinel://:hush-hush@one.example.com:26379,two.example.com:26379/porch',
};

it('a database that refuses is named by its place, without the password', async () => {
  const databaseUrl = 'postgres://shop:hush-hush@127.0.0.1:1/porchlight';
  const refused = await failureOf(createDataSource(databaseUrl).initialize());

  const told = explainStartFailure(refused, { ...SETTINGS, databaseUrl });

  expect(told).toBeInstanceOf(StartError);
  expect(String(told)).toBe(
    'StartError: PostgreSQL cannot be used: connect ECONNREFUSED 127.0.0.1:1. It was looked for at 127.0.0.1:1/porchlight: see that it runs and that DATABASE_URL is right.',
  );
});

it('a database that is not there, on the server that is, is told as well', async () => {
  const databaseUrl = (process.env.TEST_POSTGRES_URL ?? '').replace(/[^/]+$/, 'not_there');
  const refused = await failureOf(createDataSource(databaseUrl).initialize());

  expect(String(explainStartFailure(refused, { ...SETTINGS, databaseUrl }))).toMatch(
    'PostgreSQL cannot be used: database "not_there" does not exist. It was looked for at',
  );
});

it('a Redis that cannot be reached is named by its hosts, without the password', () => {
  const told = String(
    explainStartFailure(new Error('Redis cannot be reached: connect ECONNREFUSED'), SETTINGS),
  );

  expect(told).toContain('one.example.com:26379,two.example.com:26379/porch');
  expect(told).toContain('REDIS_URL');
  expect(told).not.toContain('hush');
});

it('a port that is taken is told with another one to try, which exists', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const failure = await failureToListen({ host: '127.0.0.1', port });

  expect(String(explainStartFailure(failure, { ...SETTINGS, port }))).toMatch(
    `Another program already listens on 127.0.0.1:${port}.`,
  );
  expect(String(explainStartFailure(failure, { ...SETTINGS, port: 65_535 }))).toContain('PORT=65534');
  taken.close();
});

it('an address of another machine, and a name that is none, are told as HOST', async () => {
  for (const host of ['192.0.2.1', 'no-such-host.invalid']) {
    const failure = await failureToListen({ host, port: 0 });
    expect(String(explainStartFailure(failure, { ...SETTINGS, host }))).toMatch(
      `StartError: HOST is ${host}, which is no address of this machine.`,
    );
  }
});

it('anything else comes back untouched, for it is a bug', () => {
  const bug = new TypeError('x is not a function');

  expect(explainStartFailure(bug, SETTINGS)).toBe(bug);
  expect(explainStartFailure('thrown text', SETTINGS)).toBe('thrown text');
});

function failureToListen(where: { host: string; port: number }): Promise<unknown> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(where);
  });
}

function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}
