import { graphql } from '../../../../../generated/settings';

/** Lets somebody work on a site. The password is null for somebody who has one already. */
export const INVITE_AGENT = graphql(`
  mutation InviteAgent($input: InviteAgentInput!) {
    inviteAgent(input: $input) {
      agent {
        id
        displayName
        email
      }
      oneTimePassword
      userErrors {
        ...UserProblem
      }
    }
  }
`);
