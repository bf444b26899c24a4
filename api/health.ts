import type { FastifyInstance } from 'fastify';

export interface HealthChecks {
  readonly isDraining: () => boolean;
  /** Each resolves when that store answers, and rejects or lingers when it does not. */
  readonly stores: Readonly<Record<string, () => Promise<unknown>>>;
}

const PATIENCE_MS = 500;

/**
 * `/healthz`: the process answers. `/readyz`: it can serve; 503 from the moment it begins to drain. A store that was lost is
 * named, but the node stays ready: it still answers, and there is no better one to go to.
 */
export function serveHealth(app: FastifyInstance, { isDraining, stores }: HealthChecks): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    if (isDraining()) return reply.code(503).send({ status: 'draining' });
    const answers = await Promise.all(
      Object.entries(stores).map(async ([name, ask]) => ((await answersInTime(ask)) ? null : name)),
    );
    return reply.send({ status: 'ready', lost: answers.filter((name) => name !== null) });
  });
}

async function answersInTime(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const lingers = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answers = ask().then(
    () => true,
    () => false,
  );
  return Promise.race([answers, lingers]).finally(() => clearTimeout(timer));
}
