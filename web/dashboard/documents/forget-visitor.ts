import { graphql } from '../../generated';

/** Erases a person for good. */
export const FORGET_VISITOR = graphql(`
  mutation ForgetVisitor($id: ID!) {
    forgetVisitor(input: { visitorId: $id }) {
      forgottenVisitorId
      userErrors {
        code
      }
    }
  }
`);
