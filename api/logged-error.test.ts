import { GraphQLError, Source } from 'graphql';
import type { Redis } from 'ioredis';
import { createLog } from './log';
import { createDataSource } from './postgres/data-source';
import { runStatement } from './postgres/statement';
import { connectRedis } from './redis/connect-redis';
import { createTestDatabase } from './testing/test-database';
import { startTestRedis } from './testing/test-redis';

const CANARY = 'canary-hunter2';

/** The error that the act ends in. */
async function failureOf(act: () => unknown): Promise<unknown> {
  try {
    await act();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
}

function logged(err: unknown): string {
  const lines: string[] = [];
  createLog('trace', { write: (line: string) => void lines.push(line) }).error({ err }, 'failed');
  return lines.join('');
}

describe('an error of a library, made by the real one', () => {
  const failures: Record<string, unknown> = {};

  beforeAll(async () => {
    const database = await createTestDatabase();
    const dataSource = await createDataSource(database.url).initialize();
    const run = (text: string, ...values: unknown[]) =>
      failureOf(() => runStatement(dataSource, { text }, values));
    await dataSource.query('CREATE TABLE notes (email text UNIQUE, stars int CHECK (stars < 6), said jsonb)');
    await dataSource.query('INSERT INTO notes (email) VALUES ($1)', [CANARY]);
    failures['a row that is there already'] = await run('INSERT INTO notes (email) VALUES ($1)', CANARY);
    failures['the same through TypeORM'] = await failureOf(() =>
      dataSource.transaction((all) => all.query('INSERT INTO notes (email) VALUES ($1)', [CANARY])),
    );
    failures['a row that is not allowed'] = await run('INSERT INTO notes VALUES ($1, 9)', `${CANARY}!`);
    failures['a text that is no number'] = await run('SELECT $1::text::int', CANARY);
    failures['a text that is no JSON'] = await run(
      'INSERT INTO notes (said) VALUES ($1)',
      `{"a": "${CANARY}`,
    );
    failures['a text that is no date'] = await run('SELECT $1::text::timestamptz', `"${CANARY}"`);
    await dataSource.destroy();
    await database.drop();

    const server = await startTestRedis();
    const redis = connectRedis({ url: server.url, name: 'test', log: createLog('silent') }) as Redis;
    await new Promise((resolve) => redis.once('ready', resolve));
    await redis.set('text', 'x');
    failures['a wrong kind of key'] = await failureOf(() => redis.hset('text', CANARY, CANARY));
    failures['a command that Redis does not know'] = await failureOf(() => redis.call('NONSENSE', CANARY));
    failures['a script that fails'] = await failureOf(() =>
      redis.eval('return cjson.decode(ARGV[1])', 0, CANARY),
    );
    await server.kill();
    failures['a Redis that is gone'] = await failureOf(() => redis.set('visitor', CANARY));
    redis.disconnect();
    await server.stop();

    failures['a text that JSON.parse cannot read'] = await failureOf(() => JSON.parse(`${CANARY}`));
    failures['half a text'] = await failureOf(() => JSON.parse(`{"a": "${CANARY}" ${CANARY}`));
    failures['an address'] = await failureOf(() => new URL(`//${CANARY}`));
    failures['a document'] = new GraphQLError('Bad', {
      source: new Source(CANARY),
      extensions: { value: CANARY },
    });
  });

  it.each([
    ['a row that is there already', 'notes_email_key'],
    ['the same through TypeORM', 'notes_email_key'],
    ['a row that is not allowed', 'notes_stars_check'],
    ['a text that is no number', 'invalid input syntax for type integer'],
    ['a text that is no JSON', 'invalid input syntax for type json'],
    ['a text that is no date', 'invalid input syntax for type timestamp'],
    ['a wrong kind of key', 'WRONGTYPE'],
    ['a command that Redis does not know', "unknown command 'NONSENSE'"],
    ['a script that fails', 'script'],
    ['a Redis that is gone', 'Error'],
    ['a text that JSON.parse cannot read', 'is not valid JSON'],
    ['half a text', 'JSON'],
    ['an address', 'Invalid URL'],
    ['a document', 'Bad'],
  ])('[X-38] %s is told without its values, and still says what was wrong', (name, told) => {
    const line = logged(failures[name]);

    expect(line).toContain(told);
    expect(line).not.toContain('hunter2');
    expect(line).toMatch(/"stack":"at /);
  });

  it('[X-38] neither a cause, nor one of several errors, nor what is no error tells more', () => {
    const inner = failures['a row that is there already'];

    const lines = [
      logged(new Error('outer', { cause: inner })),
      logged(new AggregateError([inner, inner], 'several')),
      logged(Object.assign(new Error('outer'), { cause: CANARY, response: { body: CANARY } })),
      logged(CANARY),
      logged({ email: CANARY }),
    ];

    expect(lines[0]).toMatch(/"cause":\{"type":"error","message":"duplicate key/);
    expect(lines[1]).toMatch(/"errors":\[\{"type":"error","message":"duplicate key/);
    expect(lines.join('')).not.toContain('hunter2');
  });

  it('an error that is its own cause is told, and has an end', () => {
    const error = new Error('round');
    error.cause = error;

    expect(logged(error)).toContain('round');
  });
});
