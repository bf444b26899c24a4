import { graphql } from '../../../../../generated/settings';

/** Makes a new secret for identity signatures; this answer is the only one that carries it. */
export const ROTATE_IDENTITY_SECRET = graphql(`
  mutation RotateIdentitySecret($input: RotateIdentitySecretInput!) {
    rotateIdentitySecret(input: $input) {
      secret
      userErrors {
        ...UserProblem
      }
    }
  }
`);
