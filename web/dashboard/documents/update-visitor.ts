import { graphql } from '../../generated';

/** Changes what an agent knows better than the page. */
export const UPDATE_VISITOR = graphql(`
  mutation UpdateVisitor($input: UpdateVisitorInput!) {
    updateVisitor(input: $input) {
      visitor {
        ...VisitorCard
        traits
      }
      userErrors {
        code
        field
      }
    }
  }
`);
