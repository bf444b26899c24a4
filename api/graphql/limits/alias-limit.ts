import type { ASTVisitor, FieldNode, ValidationContext } from 'graphql';
import { apiError } from '../api-error';

const MOST_ALIASES = 30;

/** Validation rule: at most {@link MOST_ALIASES} aliases in a document, and one `login`. */
export function aliasLimit(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let logins = 0;
  return {
    Field: (field: FieldNode) => {
      if (field.alias) aliases += 1;
      if (field.name.value === 'login') logins += 1;
    },
    Document: {
      leave: () => {
        if (aliases > MOST_ALIASES) {
          context.reportError(
            apiError(
              'QUERY_TOO_COMPLEX',
              `A document may have at most ${MOST_ALIASES} aliases, got ${aliases}.`,
            ),
          );
        }
        if (logins > 1) context.reportError(apiError('QUERY_TOO_COMPLEX', 'A document may have one login.'));
      },
    },
  };
}
