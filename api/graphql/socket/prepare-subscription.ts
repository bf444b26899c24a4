import { randomUUID } from 'node:crypto';
import { PersonReads } from '../person-reads';
import {
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { apiError } from '../api-error';
import type { Proof } from '../authenticator';
import type { ApiContext } from '../context';
import type { Credential } from '../credential';
import type { EndpointParts } from '../http-endpoint';
import { operationKey } from '../hub/operation-key';
import { rightsOf } from '../hub/rights';
import type { Subscriber } from '../hub/subscriber';
import {
  documentProblem,
  PARSE_OPTIONS,
  requireMayIntrospect,
  VALIDATION_OPTIONS,
  VALIDATION_RULES,
} from '../limits/operation-policy';
import { rateLimited } from '../rate-limited';
import { renderUpdate } from './render-update';
import type { SocketSeat } from './socket-seat';
import { startSubscriptionMeter } from './subscription-meter';
import { withCode } from './with-code';

export interface SubscriptionRequest {
  readonly messageId: string;
  readonly payload: SubscribePayload;
  readonly proof: Proof;
  /** Undefined for a client that is being sent away. */
  readonly seat: SocketSeat | undefined;
}

/**
 * The same checks as over HTTP, with the caller's rights as they are now. Resolves to what is to be executed or to what is
 * wrong with it; rejects when it cannot be read or when the credential cannot be checked.
 */
export async function prepareSubscription(
  { messageId, payload, proof, seat }: SubscriptionRequest,
  parts: EndpointParts,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const document = parseSubscription(payload);
  const credential = await parts.authenticator.authenticate(proof);
  requireMayIntrospect(document, credential);
  const rules = [...specifiedRules, ...VALIDATION_RULES];
  const errors = validate(parts.schema, document, rules, VALIDATION_OPTIONS);
  if (errors.length > 0) return errors.map(withCode('GRAPHQL_VALIDATION_FAILED'));

  const { operationName, variables } = payload;
  if (!getOperationAST(document, operationName)) {
    return [
      apiError(
        'OPERATION_RESOLUTION_FAILURE',
        'The document has no operation of that name, or several and none is named.',
      ),
    ];
  }
  const operation = { schema: parts.schema, document, operationName, variableValues: variables };
  let subscriber: Subscriber | null = null;
  if (credential && seat) {
    const { waitMs } = await parts.charges.charge({ ...payload, schema: parts.schema, document }, credential);
    if (waitMs > 0) throw rateLimited(waitMs);
    const rights = rightsOf(credential);
    const freshContext = () => makeContext(rights.credential, parts);
    subscriber = {
      messageId,
      seat,
      rightsKey: rights.key,
      groupKey: `${rights.key} ${operationKey({ document, operationName, variables })}`,
      startMeter: (onEmpty) =>
        startSubscriptionMeter({
          everyMs: parts.subscriptionChargeMs,
          pay: () => parts.charges.chargeMinute(credential),
          onEmpty,
        }),
      render: (draft) => renderUpdate(draft, operation, { freshContext, formatError: parts.formatError }),
    };
  }
  return { ...operation, contextValue: makeContext(credential, parts, subscriber) };
}

function parseSubscription({ query, operationName }: SubscribePayload): DocumentNode {
  const problem = documentProblem(query);
  if (problem) throw problem;
  const document = parse(query, PARSE_OPTIONS);
  const operation = getOperationAST(document, operationName);
  // Without one there is something else to be said, once the document is known to be sound.
  if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return document;
  throw apiError('SUBSCRIPTION_TRANSPORT', 'Only subscriptions are served here; send the rest by HTTP POST.');
}

function makeContext(
  credential: Credential | null,
  { feed, freshLoaders }: EndpointParts,
  subscriber: Subscriber | null = null,
): ApiContext {
  return {
    credential,
    feed,
    subscriber,
    charge: null,
    loaders: freshLoaders(),
    reads: new PersonReads(),
    requestId: randomUUID(),
    // Widgets and sign-in live on HTTP; these are never reached over a socket.
    caller: { origin: null, userAgent: null, address: null, allowOrigin: () => undefined },
    session: { token: null, isOwnOrigin: false, address: '', set: () => undefined, clear: () => undefined },
  };
}
