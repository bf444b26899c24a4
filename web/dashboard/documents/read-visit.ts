import { graphql } from '../../generated';

/** What the panel shows beyond the card. The feed does not carry it: a tab that only hides is not a change. */
export const READ_VISIT = graphql(`
  query ReadVisit($id: ID!) {
    visitor(id: $id) {
      id
      externalId
      traits
      sessions {
        tabId
        isVisible
        startedAt
        page {
          url
          title
        }
      }
      recentPages(first: 20) {
        url
        title
        since
      }
    }
  }
`);
