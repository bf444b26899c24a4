import { graphql } from '../../../../../generated/settings';

/** Changes the caller's own password. */
export const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      agent {
        id
      }
      userErrors {
        ...UserProblem
      }
    }
  }
`);
