import { graphql } from '../../generated';

/** Starts an agent session; the cookie comes with the answer. */
export const SIGN_IN = graphql(`
  mutation SignIn($email: String!, $password: String!) {
    login(input: { email: $email, password: $password }) {
      agent {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`);
