import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

export type ApiErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'BAD_REQUEST'
  | 'INVALID_CURSOR'
  | 'PRESENCE_UNAVAILABLE'
  | 'SERVICE_UNAVAILABLE'
  | 'TOO_MANY_SUBSCRIPTIONS'
  | 'INTROSPECTION_DISABLED'
  | 'BATCHING_DISABLED'
  | 'SUBSCRIPTION_TRANSPORT'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'QUERY_TOO_DEEP'
  | 'QUERY_TOO_COMPLEX';

const HTTP_STATUS: Partial<Record<ApiErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  SERVICE_UNAVAILABLE: 503,
  INTROSPECTION_DISABLED: 400,
  BATCHING_DISABLED: 400,
  SUBSCRIPTION_TRANSPORT: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  QUERY_TOO_DEEP: 400,
  QUERY_TOO_COMPLEX: 400,
};

/** How long a caller should wait for what is away. */
export const RETRY_AFTER_SECONDS = 5;
const RETRY_AFTER = new HeaderMap([['retry-after', String(RETRY_AFTER_SECONDS)]]);

/** A top-level error of the closed list; its text is shown to the caller as it is, its cause only to the log. */
export function apiError(code: ApiErrorCode, message: string, cause?: Error): GraphQLError {
  const status = HTTP_STATUS[code];
  // Not `headers: undefined`: Apollo would ignore the status as well.
  const http = code === 'SERVICE_UNAVAILABLE' ? { status, headers: RETRY_AFTER } : { status };
  const extensions = status ? { code, http } : { code };
  return new GraphQLError(message, { extensions, originalError: cause });
}
