import { Kind, visit, type DocumentNode } from 'graphql';
import { apiError } from '../api-error';
import type { Credential } from '../credential';
import { aliasLimit } from './alias-limit';
import { depthLimit } from './depth-limit';

/** The same for every transport. */
export const PARSE_OPTIONS = { maxTokens: 1_000 };
export const MOST_VALIDATION_ERRORS = 5;
export const VALIDATION_RULES = [depthLimit, aliasLimit];

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
