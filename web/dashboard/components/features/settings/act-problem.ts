import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { MessageId } from '../../../language/catalogue';

const HTTP_TOO_MANY = 429;
const WORDS: Readonly<Record<string, MessageId>> = {
  RATE_LIMITED: 'settings.failed.rateLimited',
  FORBIDDEN: 'settings.failed.forbidden',
  UNAUTHENTICATED: 'settings.failed.signedOut',
  SERVICE_UNAVAILABLE: 'settings.failed.databaseAway',
  PRESENCE_UNAVAILABLE: 'settings.failed.presenceAway',
};

/** Why a request of the settings came to nothing, in words for the person at the keyboard. Never the server's own. */
export function actProblem(error: unknown): MessageId {
  if (ServerError.is(error) && error.statusCode === HTTP_TOO_MANY) return 'settings.failed.rateLimited';
  if (!CombinedGraphQLErrors.is(error)) return 'settings.failed.network';
  const codes = error.errors.map(({ extensions }) => String(extensions?.code));
  const known = codes.find((code) => code in WORDS);
  return (known && WORDS[known]) || 'settings.failed.server';
}
