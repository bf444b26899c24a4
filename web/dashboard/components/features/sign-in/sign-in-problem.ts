import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { t } from '../../../language/t';

const HTTP_TOO_MANY = 429;

/** Why a sign-in failed, in words for the person at the keyboard. Never the server's own. */
export function signInProblem(error: unknown): string {
  if (isRateLimited(error)) return t('signIn.tooMany');
  if (CombinedGraphQLErrors.is(error)) return t('signIn.failed');
  return t('signIn.unreachable');
}

function isRateLimited(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === HTTP_TOO_MANY;
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => extensions?.code === 'RATE_LIMITED')
  );
}
