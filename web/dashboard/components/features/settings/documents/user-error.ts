import { graphql } from '../../../../../generated/settings';

/** What the caller has to mend; the words come from our own catalogue. */
export const USER_PROBLEM = graphql(`
  fragment UserProblem on UserError {
    code
    field
  }
`);
