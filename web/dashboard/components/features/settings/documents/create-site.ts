import { graphql } from '../../../../../generated/settings';

/** Makes a site whose first agent is the caller. */
export const CREATE_SITE = graphql(`
  mutation CreateSite($input: CreateSiteInput!) {
    createSite(input: $input) {
      site {
        id
      }
      userErrors {
        ...UserProblem
      }
    }
  }
`);
