import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Log } from '../log';
import { isDatabaseAway } from '../postgres/is-database-away';
import { RETRY_AFTER_SECONDS } from './api-error';
import { isRequestError } from './is-request-error';
import { requestIds } from '../request-id';
import { toldMessage } from './told-message';

/** Errors whose text was written for the caller. Any other is a bug: its text goes to the log, not out. */
const TOLD: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'INVALID_CURSOR',
  'PRESENCE_UNAVAILABLE',
  'SERVICE_UNAVAILABLE',
  'RATE_LIMITED',
  'TOO_MANY_SUBSCRIPTIONS',
  'INTROSPECTION_DISABLED',
  'BATCHING_DISABLED',
  'SUBSCRIPTION_TRANSPORT',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_COMPLEX',
]);

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Makes every error fit to leave the house: a code of the closed list, the request's id, and no text of ours. */
export function createFormatError(log: Log): FormatError {
  return ({ message, locations, path, extensions }, error) => {
    const requestId = requestIds.getStore() ?? null;
    const told = (text: string, code: unknown) => ({
      message: text,
      locations,
      path,
      extensions: { code, requestId },
    });
    const cause = (error instanceof GraphQLError && error.originalError) || error;
    if (isDatabaseAway(cause)) {
      log.warn({ err: cause, requestId, path }, 'database_away');
      const text = 'The database cannot be reached at the moment; try again in a few seconds.';
      const answer = told(text, 'SERVICE_UNAVAILABLE');
      return { ...answer, extensions: { ...answer.extensions, retryAfterSeconds: RETRY_AFTER_SECONDS } };
    }
    // Apollo Server calls whatever a validation rule reports a failed validation, ours included.
    const own = cause instanceof GraphQLError ? cause.extensions['code'] : undefined;
    const code = own ?? extensions?.['code'];
    if (code === 'RATE_LIMITED') {
      const answer = told(message, code);
      const { retryAfterSeconds } = extensions ?? {};
      return { ...answer, extensions: { ...answer.extensions, retryAfterSeconds } };
    }
    if (TOLD.has(code)) return told(toldMessage(message, cause), code);
    if (isRequestError(error)) return told(toldMessage(message, cause), 'BAD_USER_INPUT');
    log.error({ err: cause, requestId, path }, 'operation_failed');
    return told('Internal server error', 'INTERNAL_SERVER_ERROR');
  };
}

/** The same for errors that did not pass Apollo Server. */
export function formatErrors(format: FormatError, errors: readonly GraphQLError[]): GraphQLFormattedError[] {
  return errors.map((error) => format(error.toJSON(), error));
}
