import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { answerClientError } from './answer-client-error';
import type { Log } from './log';
import { operationNotes } from './operation-note';
import { requestIdFor, requestIds } from './request-id';
import { addSecurityHeaders } from './security-headers';

const LARGEST_BODY = 64 * 1024;

/** How long a client may take, ms. */
export interface HttpPatience {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly keepAliveMs: number;
  /** How often connections are looked at. */
  readonly lookEveryMs: number;
}

const PATIENCE: HttpPatience = {
  headersMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 65_000,
  lookEveryMs: 2_000,
};

export interface HttpAppOptions {
  readonly trustedProxies: readonly string[];
  readonly log: Log;
  readonly patience?: HttpPatience;
}

/** What every address of a node has in common: limits, an id for each request, headers, and errors as JSON. */
export function createHttpApp({ trustedProxies, log, patience = PATIENCE }: HttpAppOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    requestTimeout: patience.requestMs,
    keepAliveTimeout: patience.keepAliveMs,
    http: { headersTimeout: patience.headersMs, connectionsCheckingInterval: patience.lookEveryMs },
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => requestIdFor(headers['x-request-id']),
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply, log),
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    requestIds.run(request.id, done);
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    addSecurityHeaders(request, reply);
    done();
  });
  // Whatever is not JSON reaches Apollo as text, and is refused there by its guard against cross-site forms.
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .type('text/plain; charset=utf-8')
      .send('There is nothing at this address. The dashboard is at /.'),
  );
  app.setErrorHandler<FastifyError>((error, request, reply) => answerError(error, request, reply, log));
  return app;
}

async function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Log,
): Promise<void> {
  const status = error.statusCode ?? 500;
  const code = status === 413 ? 'PAYLOAD_TOO_LARGE' : status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
  if (status >= 500) log.error({ err: error, requestId: request.id }, 'request_failed');
  operationNotes.getStore()?.codes.add(code);
  const message = status < 500 ? error.message : 'Internal server error';
  // Also for what is refused before the hooks run, such as an address that cannot be decoded.
  void reply.header('x-request-id', request.id);
  await reply.code(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}
