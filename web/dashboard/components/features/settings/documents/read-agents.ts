import { graphql } from '../../../../../generated/settings';

/** Who works on a site. */
export const READ_AGENTS = graphql(`
  query ReadAgents($siteId: ID!) {
    site(id: $siteId) {
      id
      agents {
        id
        displayName
        email
        role
      }
    }
  }
`);
