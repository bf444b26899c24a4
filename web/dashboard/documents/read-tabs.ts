import { graphql } from '../../generated';

/** The open visitor's tabs. The feed does not carry them: a tab that only hides is not a change. */
export const READ_TABS = graphql(`
  query ReadTabs($id: ID!) {
    visitor(id: $id) {
      id
      sessions {
        tabId
        isVisible
        startedAt
      }
    }
  }
`);
