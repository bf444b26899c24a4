import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

const HTTP_TOO_MANY = 429;

/** Why a sign-in failed, in words for the person at the keyboard. Never the server's own. */
export function signInProblem(error: unknown): string {
  if (isRateLimited(error)) return 'Too many tries. Wait a minute, then try again.';
  if (CombinedGraphQLErrors.is(error)) return 'Something went wrong on the server. Try again in a moment.';
  return "Can't reach the server. Check your connection, then try again.";
}

function isRateLimited(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === HTTP_TOO_MANY;
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => extensions?.code === 'RATE_LIMITED')
  );
}
