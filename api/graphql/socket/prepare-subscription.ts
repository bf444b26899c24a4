import { randomUUID } from 'node:crypto';
import {
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type GraphQLError,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { apiError } from '../api-error';
import type { Proof } from '../authenticator';
import type { ApiContext } from '../context';
import type { Credential } from '../credential';
import type { EndpointParts } from '../http-endpoint';
import {
  documentProblem,
  PARSE_OPTIONS,
  requireMayIntrospect,
  VALIDATION_OPTIONS,
  VALIDATION_RULES,
} from '../limits/operation-policy';
import { withCode } from './with-code';

/**
 * The same checks as over HTTP, with the caller's rights as they are now. Resolves to what is to be executed or to what is
 * wrong with it; rejects when it cannot be read or when the credential cannot be checked.
 */
export async function prepareSubscription(
  { query, operationName, variables }: SubscribePayload,
  proof: Proof,
  parts: EndpointParts,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const problem = documentProblem(query);
  if (problem) throw problem;
  const document = parse(query, PARSE_OPTIONS);
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw apiError(
      'SUBSCRIPTION_TRANSPORT',
      'Only subscriptions are served here; send the rest by HTTP POST.',
    );
  }
  const credential = await parts.authenticator.authenticate(proof);
  requireMayIntrospect(document, credential);
  const rules = [...specifiedRules, ...VALIDATION_RULES];
  const errors = validate(parts.schema, document, rules, VALIDATION_OPTIONS);
  if (errors.length > 0) return errors.map(withCode('GRAPHQL_VALIDATION_FAILED'));
  const contextValue = makeContext(credential, parts);
  return { schema: parts.schema, document, operationName, variableValues: variables, contextValue };
}

function makeContext(credential: Credential | null, { feed, freshLoaders }: EndpointParts): ApiContext {
  return {
    credential,
    feed,
    loaders: freshLoaders(),
    requestId: randomUUID(),
    // Widgets and sign-in live on HTTP; these are never reached over a socket.
    caller: { origin: null, userAgent: null, allowOrigin: () => undefined },
    session: { token: null, isOwnOrigin: false, set: () => undefined, clear: () => undefined },
  };
}
