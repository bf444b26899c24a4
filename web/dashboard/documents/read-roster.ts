import { graphql } from '../../generated';

/** One page of the roster with the counts around it, the open visitor, and the place in the feed to go on from. */
export const READ_ROSTER = graphql(`
  query ReadRoster(
    $siteId: ID!
    $first: Int!
    $after: String
    $filter: VisitorFilter
    $sort: VisitorSort
    $search: String
    $openId: ID!
    $withOpen: Boolean!
  ) {
    site(id: $siteId) {
      id
      onlineVisitorCount
    }
    everyone: visitors(siteId: $siteId, first: 1) {
      totalCount
    }
    visitors(siteId: $siteId, first: $first, after: $after, filter: $filter, sort: $sort, search: $search) {
      nodes {
        ...VisitorCard
      }
      totalCount
      presenceCursor
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    open: visitor(id: $openId) @include(if: $withOpen) {
      ...VisitorCard
    }
  }
`);
