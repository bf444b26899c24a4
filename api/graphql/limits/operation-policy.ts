import { Kind, visit, type DocumentNode, type GraphQLError } from 'graphql';
import { apiError } from '../api-error';
import type { Credential } from '../credential';
import { aliasLimit } from './alias-limit';
import { directiveLimit } from './directive-limit';
import { selectionLimit } from './selection-limit';
import { subscriptionRootProblem } from './subscription-root';

const LONGEST_DOCUMENT = 32 * 1024;

/** The same for every transport. */
export const PARSE_OPTIONS = { maxTokens: 1_000 };
export const VALIDATION_OPTIONS = { maxErrors: 5, hideSuggestions: true };
export const VALIDATION_RULES = [selectionLimit, aliasLimit, directiveLimit];

/** What is wrong with a document before it is validated; null when it may be. Comments are no tokens, so length counts too. */
export function documentProblem(document: unknown): GraphQLError | null {
  if (typeof document !== 'string') return null;
  if (document.length <= LONGEST_DOCUMENT) return subscriptionRootProblem(document, PARSE_OPTIONS);
  return apiError(
    'QUERY_TOO_COMPLEX',
    `A document may have at most ${LONGEST_DOCUMENT} characters, got ${document.length}.`,
  );
}

/** Throws INTROSPECTION_DISABLED when somebody without a credential asks about the schema. */
export function requireMayIntrospect(document: DocumentNode, credential: Credential | null): void {
  if (credential) return;
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      if (name.value !== '__schema' && name.value !== '__type') return;
      throw apiError('INTROSPECTION_DISABLED', 'Introspection needs an API key or a signed-in agent.');
    },
  });
}
