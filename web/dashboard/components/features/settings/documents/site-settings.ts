import { graphql } from '../../../../../generated/settings';

/** A site with everything the settings form shows. */
export const SITE_SETTINGS = graphql(`
  fragment SiteSettings on Site {
    id
    name
    settings {
      allowedOrigins
      keptUrlParameters
      keepsUrlFragment
      identityVerification
      goodbyeGraceSeconds
      retentionDays
    }
  }
`);
