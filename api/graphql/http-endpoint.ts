import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { parseUrl } from '../parse-url';
import { operationNotes } from '../operation-note';
import { isDatabaseAway } from '../postgres/is-database-away';
import { apiError } from './api-error';
import {
  legacyStatusPlugin,
  operationPolicyPlugin,
  outageStatusPlugin,
  readableMistakesPlugin,
  surprisePlugin,
} from './apollo-plugins';
import type { Authenticator } from './authenticator';
import type { ApiContext } from './context';
import type { FormatError } from './format-error';
import { sessionCookie, widgetCaller } from './http-caller';
import type { OperationCharges } from './limits/operation-charges';
import {
  documentProblem,
  PARSE_OPTIONS,
  VALIDATION_OPTIONS,
  VALIDATION_RULES,
} from './limits/operation-policy';
import type { Loaders } from './loaders';
import type { AuditLog } from '../audit-log/audit-log';
import { exportAuditPlugin } from './export-audit-plugin';
import { PersonReads } from './person-reads';
import { operationNotePlugin } from './operation-note-plugin';
import type { PresenceFeed } from './presence-feed';
import type { Seating } from './socket/seating';

const ignore = () => undefined;
// What it has to say quotes documents; our own plugin and formatError log what matters.
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const PREFLIGHT_MAX_AGE_S = 7_200;

export interface EndpointParts {
  readonly schema: GraphQLSchema;
  readonly authenticator: Authenticator;
  readonly feed: PresenceFeed;
  readonly seating: Seating;
  readonly charges: OperationCharges;
  /** For how long a point lasts a subscription, ms. */
  readonly subscriptionChargeMs: number;
  readonly freshLoaders: () => Loaders;
  readonly audit: AuditLog;
  readonly formatError: FormatError;
}

/** Serves `/graphql` over HTTP. The returned server has to be stopped. */
export async function serveHttp(
  app: FastifyInstance,
  parts: EndpointParts,
): Promise<ApolloServer<ApiContext>> {
  const apollo = new ApolloServer<ApiContext>({
    schema: parts.schema,
    introspection: true, // per credential: see operationPolicyPlugin
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false,
    parseOptions: PARSE_OPTIONS,
    validationOptions: VALIDATION_OPTIONS,
    validationRules: VALIDATION_RULES,
    formatError: parts.formatError,
    logger: SILENT,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationNotePlugin,
      exportAuditPlugin(parts.audit),
      operationPolicyPlugin(parts.charges),
      outageStatusPlugin,
      legacyStatusPlugin,
      readableMistakesPlugin,
      surprisePlugin(parts.formatError),
    ],
  });
  await apollo.start();
  const handler = fastifyApolloHandler(apollo, {
    context: (request, reply) => makeContext(parts, request, reply),
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: refuseUnreadable,
    handler,
  });
  app.options('/graphql', answerPreflight);
  return apollo;
}

async function makeContext(
  parts: EndpointParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ApiContext> {
  void reply.header('vary', 'Origin');
  const session = sessionCookie(request, reply);
  const proof = { authorization: request.headers.authorization ?? null, sessionToken: session.token };
  const credential = await parts.authenticator.authenticate(proof).catch((error: Error) => {
    throw isDatabaseAway(error) ? apiError('SERVICE_UNAVAILABLE', 'Try again later.', error) : error;
  });
  return {
    credential,
    session,
    caller: widgetCaller(request, reply, credential),
    requestId: request.id,
    loaders: parts.freshLoaders(),
    reads: new PersonReads(),
    feed: parts.feed,
    subscriber: null,
    charge: null,
  };
}

// What Apollo Server would read, or have no code of ours for.
async function refuseUnreadable(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const problem = requestProblem(request);
  if (problem) await sendProblem(problem, request, reply);
}

function requestProblem(request: FastifyRequest): GraphQLError | null {
  if (!hasAddress(request)) {
    return apiError('BAD_REQUEST', 'The address of the request, or its Host header, cannot be read.');
  }
  if (Array.isArray(request.body)) {
    return apiError('BATCHING_DISABLED', 'Send one operation a request, not a list.');
  }
  const { query } = ((request.method === 'GET' ? request.query : request.body) ?? {}) as { query?: unknown };
  return documentProblem(query);
}

// Apollo's adapter puts the two together, and fails over those that do not go.
function hasAddress({ url, protocol, hostname }: FastifyRequest): boolean {
  return parseUrl(url, `${protocol}://${hostname}/`) !== null;
}

async function sendProblem(
  { message, extensions: { code } }: GraphQLError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  operationNotes.getStore()?.codes.add(String(code));
  await reply.code(400).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}

// A preflight names no site, so every origin is let through to the call itself, which is checked against its site.
async function answerPreflight(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await reply
    .headers({
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': String(PREFLIGHT_MAX_AGE_S),
      vary: 'Origin',
    })
    .code(204)
    .send();
}
