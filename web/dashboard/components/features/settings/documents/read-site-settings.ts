import { graphql } from '../../../../../generated/settings';

/** What a site decides about its visitors. For admins. */
export const READ_SITE_SETTINGS = graphql(`
  query ReadSiteSettings($siteId: ID!) {
    site(id: $siteId) {
      ...SiteSettings
    }
  }
`);
