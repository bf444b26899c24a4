import type { FastifyInstance } from 'fastify';

/** `/healthz`: the process answers. `/readyz`: it can serve; 503 from the moment it begins to drain. */
export function serveHealth(app: FastifyInstance, isDraining: () => boolean): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const isReady = !isDraining();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'draining' });
  });
}
