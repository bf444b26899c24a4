import { graphql } from '../../../../../generated/settings';

/** Takes a site away from an agent. */
export const REMOVE_AGENT = graphql(`
  mutation RemoveAgent($input: RemoveAgentInput!) {
    removeAgent(input: $input) {
      removedAgentId
      userErrors {
        ...UserProblem
      }
    }
  }
`);
