import type { ASTVisitor, ValidationContext } from 'graphql';
import { apiError } from '../api-error';

const MOST_ON_ONE_NODE = 10;
const MOST_IN_DOCUMENT = 50;

/** Validation rule: at most {@link MOST_ON_ONE_NODE} directives in one place and {@link MOST_IN_DOCUMENT} in a document. */
export function directiveLimit(context: ValidationContext): ASTVisitor {
  let total = 0;
  let isReported = false;
  return {
    enter(node) {
      const directives = 'directives' in node ? node.directives : [];
      const count = directives?.length ?? 0;
      total += count;
      if (isReported || (count <= MOST_ON_ONE_NODE && total <= MOST_IN_DOCUMENT)) return;
      isReported = true;
      context.reportError(
        apiError(
          'QUERY_TOO_COMPLEX',
          `At most ${MOST_ON_ONE_NODE} directives in one place and ${MOST_IN_DOCUMENT} in a document.`,
        ),
      );
    },
  };
}
