import { randomUUID } from 'node:crypto';
import { createSourceEventStream, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Context, ServerOptions } from 'graphql-ws';
import type { Log } from '../../log';
import { isDatabaseAway } from '../../postgres/is-database-away';
import { apiError } from '../api-error';
import type { Proof } from '../authenticator';
import type { ApiContext } from '../context';
import { formatErrors } from '../format-error';
import { readSessionToken } from '../http-caller';
import type { EndpointParts } from '../http-endpoint';
import { requestIds } from '../../request-id';
import { prepareSubscription } from './prepare-subscription';
import type { SocketExtra } from './serve-socket';
import { SOCKET_CLOSE } from './socket-close';
import { withCode } from './with-code';

type ConnectionParams = Record<string, unknown>;
type Connection = Context<ConnectionParams, SocketExtra>;

const INIT_DEADLINE_MS = 3_000;
/** A client waits that long for the answer to connection_init, then it is told to try again. */
const CONNECT_DEADLINE_MS = 5_000;
const MOST_SUBSCRIPTIONS = 50;

interface ProtocolOptions extends EndpointParts {
  readonly log: Log;
}

/** What the subscription protocol asks of us: who may connect, what may run, and what may be told of failures. */
export function socketProtocol(options: ProtocolOptions): ServerOptions<ConnectionParams, SocketExtra> {
  const format = (requestId: string, errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
    requestIds.run(requestId, () => formatErrors(options.formatError, errors));
  return {
    connectionInitWaitTimeout: INIT_DEADLINE_MS,
    onConnect: (connection) => connect(connection, options),
    onSubscribe: (connection, messageId, payload) => {
      const tooMany = tooManySubscriptions(connection);
      if (tooMany) return [tooMany];
      const request = { messageId, payload, proof: proofOf(connection), seat: connection.extra.seat };
      return prepareSubscription(request, options).catch((error: unknown) => refusalOf(error, connection));
    },
    // Executing and sending is the hub's business: what comes back here ends, and yields nothing.
    subscribe: createSourceEventStream as never,
    onNext: ({ extra }, _id, _payload, { contextValue }, result) => {
      if (!result.errors) return result;
      if (result.errors.some(({ extensions }) => extensions['code'] === 'PRESENCE_UNAVAILABLE')) {
        sendAway(extra);
      }
      // Without a place in the document it was the variables that did not fit.
      const errors = result.errors.map((error) => (error.path ? error : withCode('BAD_USER_INPUT')(error)));
      return { ...result, errors: format((contextValue as ApiContext).requestId, errors) };
    },
    onError: (_connection, _id, _payload, errors) => format(randomUUID(), errors),
    onClose: ({ extra }) => extra.seat?.leave(),
  };
}

function sendAway({ outlet }: SocketExtra): void {
  outlet.close(SOCKET_CLOSE.tryAgainLater);
}

function proofOf({ connectionParams, extra: { request } }: Connection): Proof {
  const authorization = connectionParams?.['authorization'];
  return {
    authorization: typeof authorization === 'string' ? authorization : null,
    sessionToken: request.headers.origin === undefined ? null : readSessionToken(request.headers.cookie),
  };
}

/** False closes with 4403, which tells the client that trying again as it is will not help. */
async function connect(connection: Connection, options: ProtocolOptions): Promise<boolean> {
  const { extra } = connection;
  const deadline = setTimeout(() => sendAway(extra), CONNECT_DEADLINE_MS);
  try {
    const proof = proofOf(connection);
    const credential = await options.authenticator.authenticate(proof);
    if (!credential) return false;
    const seat = extra.outlet.isOpen ? options.seating.take(extra.outlet, proof, credential) : null;
    if (seat) extra.seat = seat;
    else sendAway(extra);
    return true;
  } catch (err) {
    if (err instanceof GraphQLError) return false;
    options.log.warn({ err }, 'socket_not_accepted');
    sendAway(extra);
    // Whoever is being sent away hears nothing more, so that it does not matter what is answered.
    return true;
  } finally {
    clearTimeout(deadline);
  }
}

// Those that are still being prepared count too; they are known to the protocol only, as those of a reused id to the seat.
function tooManySubscriptions({ subscriptions, extra: { seat } }: Connection): GraphQLError | null {
  const count = Math.max(Object.keys(subscriptions).length, (seat?.memberships.size ?? 0) + 1);
  if (count <= MOST_SUBSCRIPTIONS) return null;
  return apiError(
    'TOO_MANY_SUBSCRIPTIONS',
    `One socket carries at most ${MOST_SUBSCRIPTIONS} subscriptions; end one or open another socket.`,
  );
}

/** Ends this operation, not the socket, except when trying again later may help all of them. */
function refusalOf(error: unknown, { extra }: Connection): readonly GraphQLError[] {
  if (error instanceof GraphQLError) return [withCode('GRAPHQL_PARSE_FAILED')(error)];
  if (isDatabaseAway(error)) sendAway(extra);
  return [new GraphQLError('Internal server error', { originalError: error as Error })];
}
