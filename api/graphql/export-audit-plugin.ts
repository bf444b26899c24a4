import type { ApolloServerPlugin } from '@apollo/server';
import type { AuditLog } from '../audit-log/audit-log';
import { auditActor } from './audit-actor';
import type { ApiContext } from './context';

/** Writes down who was exported, once for each answer. An export that cannot be written down is not sent. */
export const exportAuditPlugin = (audit: AuditLog): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: async ({ contextValue: { credential, reads } }) => {
        for (const { siteId, visitorId } of reads.exported) {
          const actor = auditActor(credential);
          await audit.record({ siteId, actor, action: 'exportVisitor', subject: visitorId });
        }
      },
    }),
});
