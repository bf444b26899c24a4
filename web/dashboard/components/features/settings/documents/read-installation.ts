import { graphql } from '../../../../../generated/settings';

/** Whether the pages of a site are heard, and if not, why. */
export const READ_INSTALLATION = graphql(`
  query ReadInstallation($siteId: ID!) {
    site(id: $siteId) {
      id
      installation {
        lastIdentifyAt
        lastIdentifyOrigin
        lastRefusalAt
        lastRefusalOrigin
        lastRefusalReason
      }
    }
  }
`);
