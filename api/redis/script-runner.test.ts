import { createLog } from '../log';
import { startTestRedis, type TestRedis } from '../testing/test-redis';
import { connectRedis, type RedisClient } from './connect-redis';
import { ScriptRunner } from './script-runner';
import { untilPasses } from '../testing/until-passes';

const ECHO = { name: 'echo', lua: 'return ARGV[1]', numberOfKeys: 0 };
const ADD = { name: 'add', lua: "return redis.call('INCR', KEYS[1])", numberOfKeys: 1 };

describe('running scripts', () => {
  let server: TestRedis;
  let redis: RedisClient;
  beforeEach(async () => {
    server = await startTestRedis();
    redis = connectRedis({ url: server.url, name: 'runner', log: createLog('silent') });
    await new Promise((resolve) => redis.once('ready', resolve));
  });
  afterEach(async () => {
    redis.disconnect();
    await server.stop();
  });

  const runner = (maxInFlight?: number) =>
    new ScriptRunner({ redis, scripts: [ECHO, ADD], deadlineMs: 250, maxInFlight });

  it('a script that the server has forgotten is sent again', async () => {
    const scripts = runner();
    await scripts.run('echo', [], ['a']);
    await (redis as unknown as { script(flush: string): Promise<unknown> }).script('FLUSH');

    expect(await scripts.run('echo', [], ['b'])).toBe('b');
  });

  it('a frozen Redis is answered for within the deadline, and what is too much is refused at once', async () => {
    const scripts = runner(10);
    server.freeze();

    const waiting = Array.from({ length: 10 }, () => scripts.run('add', ['n'], []));
    const refused = scripts.run('add', ['n'], []);

    await expect(refused).rejects.toThrow('Too many Redis commands');
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 'rejected'));
    // Past their deadline they still wait in the queue of Redis, and count.
    await expect(scripts.run('add', ['n'], [])).rejects.toThrow('Too many Redis commands');
    server.thaw();
    await untilPasses(async () => expect(await scripts.run('echo', [], ['c'])).toBe('c'));
  });

  it('a dead Redis is refused at once, and is used again when it is back', async () => {
    const scripts = runner();
    await server.kill();
    await expect(scripts.run('echo', [], ['a'])).rejects.toThrow();

    await server.restartEmpty();

    await untilPasses(async () => expect(await scripts.run('echo', [], ['b'])).toBe('b'));
  });

  it('a script nobody knows is a mistake of ours', async () => {
    await expect(runner().run('nothing', [], [])).rejects.toThrow('Unknown script nothing');
  });
});
