import { graphql } from '../../generated';

/** The facts of visitors who are listed already, at most a hundred at once. */
export const READ_CARDS = graphql(`
  query ReadCards($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ...VisitorCard
    }
  }
`);
