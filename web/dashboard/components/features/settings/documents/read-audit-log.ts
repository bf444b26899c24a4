import { graphql } from '../../../../../generated/settings';

/** What was done to a site and its visitors, newest first. For admins. */
export const READ_AUDIT_LOG = graphql(`
  query ReadAuditLog($siteId: ID!, $first: Int!, $after: ID) {
    site(id: $siteId) {
      id
      auditLog(first: $first, after: $after) {
        id
        at
        actor
        action
        subject
      }
    }
  }
`);
