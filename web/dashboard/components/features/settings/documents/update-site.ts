import { graphql } from '../../../../../generated/settings';

/** Changes what is given, and answers with the whole. */
export const UPDATE_SITE = graphql(`
  mutation UpdateSite($input: UpdateSiteInput!) {
    updateSite(input: $input) {
      site {
        ...SiteSettings
      }
      userErrors {
        ...UserProblem
      }
    }
  }
`);
