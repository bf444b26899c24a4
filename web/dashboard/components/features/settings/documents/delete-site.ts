import { graphql } from '../../../../../generated/settings';

/** Erases a site and everything recorded on it. */
export const DELETE_SITE = graphql(`
  mutation DeleteSite($input: DeleteSiteInput!) {
    deleteSite(input: $input) {
      deletedSiteId
      userErrors {
        ...UserProblem
      }
    }
  }
`);
