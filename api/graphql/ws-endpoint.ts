import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getOperationAST, GraphQLError, parse, specifiedRules, validate, type ExecutionArgs } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Log } from '../log';
import { apiError } from './api-error';
import type { Proof } from './authenticator';
import type { ApiContext } from './context';
import { formatErrors } from './format-error';
import { readSessionToken } from './http-caller';
import type { EndpointParts } from './http-endpoint';
import {
  MOST_VALIDATION_ERRORS,
  PARSE_OPTIONS,
  requireMayIntrospect,
  VALIDATION_RULES,
} from './limits/operation-policy';

const PROTOCOL = 'graphql-transport-ws';
const LARGEST_MESSAGE = 64 * 1024;
const CONNECT_DEADLINE_MS = 5_000;
/** Standard codes that tell a client to come back: 1001 going away, 1013 try again later. */
const GOING_AWAY = 1001;
const TRY_AGAIN_LATER = 1013;

export interface WsEndpointOptions extends EndpointParts {
  readonly server: Server;
  readonly log: Log;
  /** Whether X-Forwarded-Proto may be believed. */
  readonly trustsProxies: boolean;
}

type Socket = Context<Record<string, unknown>, Extra>;

/** Serves subscriptions on `/graphql` over WebSocket until `close` is called. */
export function serveWebSocket(options: WsEndpointOptions): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!isAccepted(request, options)) return refuse(socket);
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
  };
  options.server.on('upgrade', onUpgrade);
  const protocol = useServer<Record<string, unknown>>(
    {
      schema: options.schema,
      connectionInitWaitTimeout: 3_000,
      onConnect: (socket) => connect(socket, options),
      onSubscribe: (socket, _id, payload) => prepare(socket, payload, options),
      onNext: ({ extra }, _id, _payload, _args, result) => {
        if (!result.errors) return result;
        if (result.errors.some(({ extensions }) => extensions['code'] === 'PRESENCE_UNAVAILABLE')) {
          extra.socket.close(TRY_AGAIN_LATER, 'Try again later');
        }
        // Without a place in the document it was the variables that did not fit.
        const errors = result.errors.map((error) => (error.path ? error : withCode('BAD_USER_INPUT')(error)));
        return { ...result, errors: formatErrors(options.formatError, errors) };
      },
      onError: (_socket, _id, _payload, errors) =>
        formatErrors(options.formatError, errors as readonly GraphQLError[]),
    },
    sockets,
  );
  return {
    async close() {
      options.server.off('upgrade', onUpgrade);
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Server is going away');
      await protocol.dispose();
    },
  };
}

// A page of another site could open a socket with the agent's cookie; programs send no origin.
function isAccepted(request: IncomingMessage, { trustsProxies }: WsEndpointOptions): boolean {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const {
    origin,
    host,
    'x-forwarded-host': forwardedHost,
    'x-forwarded-proto': forwardedProto,
  } = request.headers;
  if (pathname !== '/graphql') return false;
  if (origin === undefined) return true;
  const scheme = trustsProxies && forwardedProto ? String(forwardedProto) : 'http';
  return origin === `${scheme}://${trustsProxies && forwardedHost ? String(forwardedHost) : host}`;
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
}

function proofOf({ connectionParams, extra: { request } }: Socket): Proof {
  const authorization = connectionParams?.['authorization'];
  return {
    authorization: typeof authorization === 'string' ? authorization : null,
    sessionToken: request.headers.origin === undefined ? null : readSessionToken(request.headers.cookie),
  };
}

/** False closes with 4403, which tells the client that trying again as it is will not help. */
async function connect(socket: Socket, options: WsEndpointOptions): Promise<boolean | void> {
  const { socket: ws } = socket.extra;
  const deadline = setTimeout(() => ws.close(TRY_AGAIN_LATER, 'Try again later'), CONNECT_DEADLINE_MS);
  try {
    const credential = await options.authenticator.authenticate(proofOf(socket));
    return credential !== null;
  } catch (err) {
    if (err instanceof GraphQLError) return false;
    options.log.warn({ err }, 'socket_not_accepted');
    ws.close(TRY_AGAIN_LATER, 'Try again later');
  } finally {
    clearTimeout(deadline);
  }
}

/** The same checks as over HTTP, with the caller's rights as they are now. A failure ends this operation, not the socket. */
async function prepare(
  socket: Socket,
  payload: SubscribePayload,
  options: WsEndpointOptions,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  try {
    const document = parse(payload.query, PARSE_OPTIONS);
    const operation = getOperationAST(document, payload.operationName);
    if (operation?.operation !== 'subscription') {
      throw apiError(
        'SUBSCRIPTION_TRANSPORT',
        'Only subscriptions are served here; send the rest by HTTP POST.',
      );
    }
    const credential = await options.authenticator.authenticate(proofOf(socket));
    requireMayIntrospect(document, credential);
    const rules = [...specifiedRules, ...VALIDATION_RULES];
    const errors = validate(options.schema, document, rules, {
      maxErrors: MOST_VALIDATION_ERRORS,
      hideSuggestions: true,
    });
    if (errors.length > 0) return errors.map(withCode('GRAPHQL_VALIDATION_FAILED'));
    const { operationName, variables } = payload;
    const contextValue = makeContext(credential, options);
    return { schema: options.schema, document, operationName, variableValues: variables, contextValue };
  } catch (error) {
    if (error instanceof GraphQLError) return [withCode('GRAPHQL_PARSE_FAILED')(error)];
    throw error;
  }
}

function withCode(code: string): (error: GraphQLError) => GraphQLError {
  return (error) => {
    if (error.extensions['code'] === undefined) error.extensions['code'] = code;
    return error;
  };
}

function makeContext(
  credential: ApiContext['credential'],
  { feed, freshLoaders }: WsEndpointOptions,
): ApiContext {
  return {
    credential,
    feed,
    loaders: freshLoaders(),
    requestId: '',
    // Widgets and sign-in live on HTTP; these are never reached over a socket.
    caller: { origin: null, userAgent: null, allowOrigin: () => undefined },
    session: { token: null, set: () => undefined, clear: () => undefined },
  };
}
