import { Redis } from 'ioredis';
import { startTestRedis, type TestRedis } from './test-redis';

describe('a Redis for one test file', () => {
  let server: TestRedis;
  let client: Redis;

  beforeAll(async () => {
    server = await startTestRedis();
    client = new Redis(new URL(server.url).pathname, { lazyConnect: true, retryStrategy: () => 20 });
    client.on('error', () => undefined); // it is going to be killed
    await client.connect();
  });

  afterAll(async () => {
    client.disconnect();
    await server.stop();
  });

  it('answers nothing while frozen, and everything once thawed', async () => {
    server.freeze();
    const answer = client.ping();
    const first = await Promise.race([
      answer,
      new Promise((resolve) => setImmediate(() => resolve('silence'))),
    ]);

    server.thaw();

    expect([first, await answer]).toEqual(['silence', 'PONG']);
  });

  it('cuts its connections when killed, and comes back empty at the same address', async () => {
    await client.set('key', 'value');
    const cut = new Promise((resolve) => client.once('close', resolve));
    const pid = server.pid;

    await server.kill();
    await cut;
    await server.restartEmpty();

    expect(await client.get('key')).toBeNull();
    expect(server.pid).not.toBe(pid);
  });

  it('can be stopped twice, and when it is frozen', async () => {
    const other = await startTestRedis();
    other.freeze();

    await other.stop();
    await other.stop();

    expect(() => process.kill(other.pid, 0)).toThrow('ESRCH');
  });
});
