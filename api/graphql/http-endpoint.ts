import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { legacyStatusPlugin, operationPolicyPlugin } from './apollo-plugins';
import type { Authenticator } from './authenticator';
import type { ApiContext } from './context';
import type { FormatError } from './format-error';
import { sessionCookie, widgetCaller } from './http-caller';
import { PARSE_OPTIONS, VALIDATION_RULES } from './limits/operation-policy';
import type { Loaders } from './loaders';
import type { PresenceFeed } from './presence-feed';

const PREFLIGHT_MAX_AGE_S = 7_200;
const MOST_RECURSIVE_SELECTIONS = 1_000;

export interface EndpointParts {
  readonly schema: GraphQLSchema;
  readonly authenticator: Authenticator;
  readonly feed: PresenceFeed;
  readonly freshLoaders: () => Loaders;
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
    maxRecursiveSelections: MOST_RECURSIVE_SELECTIONS,
    validationRules: VALIDATION_RULES,
    formatError: parts.formatError,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationPolicyPlugin,
      legacyStatusPlugin,
    ],
  });
  await apollo.start();
  const handler = fastifyApolloHandler(apollo, {
    context: (request, reply) => makeContext(parts, request, reply),
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: refuseBatches,
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
  const credential = await parts.authenticator.authenticate({
    authorization: request.headers.authorization ?? null,
    sessionToken: session.token,
  });
  return {
    credential,
    session,
    caller: widgetCaller(request, reply),
    requestId: request.id,
    loaders: parts.freshLoaders(),
    feed: parts.feed,
  };
}

async function refuseBatches(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!Array.isArray(request.body)) return;
  const message = 'Send one operation a request, not a list.';
  await reply
    .code(400)
    .send({ errors: [{ message, extensions: { code: 'BATCHING_DISABLED', requestId: request.id } }] });
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
