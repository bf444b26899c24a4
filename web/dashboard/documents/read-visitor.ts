import { graphql } from '../../generated';

/** One visitor by id, for a deep link to somebody outside the loaded page. */
export const READ_VISITOR = graphql(`
  query ReadVisitor($id: ID!) {
    visitor(id: $id) {
      ...VisitorCard
      site {
        id
      }
    }
  }
`);
