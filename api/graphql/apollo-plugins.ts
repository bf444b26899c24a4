import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { apiError, RETRY_AFTER_SECONDS } from './api-error';
import type { ApiContext } from './context';
import type { FormatError } from './format-error';
import type { OperationCharges } from './limits/operation-charges';
import { requireMayIntrospect } from './limits/operation-policy';
import { rateLimited } from './rate-limited';

/** What only the HTTP door refuses, who may ask about the schema, and who pays. API keys are told what they paid. */
export const operationPolicyPlugin = (charges: OperationCharges): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ schema, operation, document, request, contextValue }) => {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) {
          throw apiError(
            'SUBSCRIPTION_TRANSPORT',
            'Subscriptions are served over WebSocket (graphql-transport-ws) at this address.',
          );
        }
        const { credential, session } = contextValue;
        requireMayIntrospect(document, credential);
        const { operationName, variables } = request;
        const priced = { schema, document, operationName, variables };
        const charge = credential
          ? await charges.charge(priced, credential)
          : await charges.chargeAddress(priced, session.address);
        if (credential) contextValue.charge = charge;
        if (charge && charge.waitMs > 0) throw rateLimited(charge.waitMs);
      },
      willSendResponse: ({ response: { body }, contextValue: { credential, charge } }) => {
        if (credential?.kind === 'API_KEY' && charge && body.kind === 'single') {
          const { cost: requested, limit, remaining, restorePerSecond } = charge;
          body.singleResult.extensions = { cost: { requested, limit, remaining, restorePerSecond } };
        }
        return Promise.resolve();
      },
    }),
});

/** Apollo Server answers with a text of its own when something fails that it thinks cannot; what it was goes to our log. */
export const surprisePlugin = (formatError: FormatError): ApolloServerPlugin<ApiContext> => ({
  unexpectedErrorProcessingRequest: ({ error }) => {
    formatError({ message: error.message }, error);
    return Promise.resolve();
  },
});

/** Says with the status too that trying again later may help. */
export const outageStatusPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body, http } }) => {
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        if (errors.some(({ extensions }) => extensions?.['code'] === 'SERVICE_UNAVAILABLE')) {
          http.status = 503;
          http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
        }
        return Promise.resolve();
      },
    }),
};

/**
 * A page may read that what it sent was no valid input: such an answer holds nothing else, and a widget then leaves out what was
 * wrong instead of taking it for an outage.
 */
export const readableMistakesPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body }, errors, contextValue: { credential, caller } }) => {
        const hasNoData = body.kind === 'single' && !('data' in body.singleResult);
        const isInput = errors?.every(({ extensions }) => extensions['code'] === 'BAD_USER_INPUT') ?? false;
        if (!credential && hasNoData && isInput) caller.allowOrigin();
        return Promise.resolve();
      },
    }),
};

const REQUEST_ERRORS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * GraphQL over HTTP: a client that accepts only the older media type is told about its mistakes with status 200, for it takes
 * any other for a broken server.
 */
export const legacyStatusPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response, errors }) => {
        const accept = request.http?.headers.get('accept') ?? '';
        const isLegacy =
          accept.includes('application/json') && !accept.includes('application/graphql-response+json');
        const isRequestError =
          errors?.some(({ extensions }) => REQUEST_ERRORS.has(extensions['code'])) ?? false;
        const hasNoData = response.body.kind === 'single' && !('data' in response.body.singleResult);
        if (isLegacy && isRequestError && hasNoData) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};
