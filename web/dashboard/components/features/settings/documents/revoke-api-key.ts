import { graphql } from '../../../../../generated/settings';

/** Ends an API key. */
export const REVOKE_API_KEY = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      apiKey {
        id
        revokedAt
      }
      userErrors {
        ...UserProblem
      }
    }
  }
`);
