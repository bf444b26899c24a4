import type { ReferenceKind } from './argument-table';
import type { Tenant } from './tenant';

/** What of a tenant can be put where a value of that kind is wanted. */
export function foreignValues(kind: ReferenceKind, tenant: Tenant): readonly unknown[] {
  const { visitor, word, site } = tenant;
  const values: Record<ReferenceKind, readonly unknown[]> = {
    ID: tenant.ids,
    CURSOR: tenant.cursors,
    EXTERNAL_ID: [visitor.externalId],
    SIGNATURE: [visitor.signature],
    SITE_KEY: [site.key],
    VISITOR_TOKEN: [visitor.token],
    TAB: [visitor.tabId],
    EMAIL: tenant.agentEmails,
    WORDS: [word, `${word}@example.com`, tenant.origin],
  };
  return values[kind];
}
