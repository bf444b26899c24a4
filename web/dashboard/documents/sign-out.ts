import { graphql } from '../../generated';

/** Ends the agent session on the server. */
export const SIGN_OUT = graphql(`
  mutation SignOut {
    logout {
      agentId
    }
  }
`);
