import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

const SIGNED_OUT_CODES = new Set<unknown>(['UNAUTHENTICATED', 'TOKEN_EXPIRED']);
const HTTP_UNAUTHORIZED = 401;

/** True when the server no longer knows the agent, rather than being away or wrong. */
export function isSignedOut(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === HTTP_UNAUTHORIZED;
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => SIGNED_OUT_CODES.has(extensions?.code))
  );
}
