import { graphql } from '../../../../../generated/settings';

/** Makes an API key; this answer is the only one that carries its secret. */
export const CREATE_API_KEY = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      secret
      userErrors {
        ...UserProblem
      }
    }
  }
`);
