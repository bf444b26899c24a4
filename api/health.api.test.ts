import Fastify from 'fastify';
import { serveHealth } from './health';
import { startBreakablePostgres } from './testing/breakable-postgres';
import { startTestNode } from './testing/test-node';

describe('the health of a node', () => {
  it('names a store that was lost, and stays ready', async () => {
    const database = await startBreakablePostgres();
    const node = await startTestNode({ database });
    const ask = async (path: string) => {
      const response = await fetch(node.url + path);
      return [response.status, await response.json()] as unknown[];
    };

    expect(await ask('/healthz')).toEqual([200, { status: 'ok' }]);
    expect(await ask('/readyz')).toEqual([200, { status: 'ready', lost: [] }]);
    database.cut();
    expect(await ask('/readyz')).toEqual([200, { status: 'ready', lost: ['postgresql'] }]);
    node.redis.freeze();
    expect(await ask('/readyz')).toEqual([200, { status: 'ready', lost: ['postgresql', 'redis'] }]);
    expect(await ask('/healthz')).toEqual([200, { status: 'ok' }]);

    node.redis.thaw();
    await node.close();
  });

  it('is not ready from the moment it drains', async () => {
    const app = Fastify();
    serveHealth(app, { isDraining: () => true, stores: {} });

    const { statusCode, body } = await app.inject('/readyz');

    expect([statusCode, body]).toEqual([503, '{"status":"draining"}']);
    await app.close();
  });
});
