import { Extensions } from 'type-graphql';
import type { AuditAction } from '../audit-log/audit-action';

/** How a mutation is written down: as that action, or not at all because it administers nothing. */
export type Audited = AuditAction | 'NOTHING';

/** Says how a mutation is written down; one that says nothing stops the start. */
export function Audits(action: Audited): ReturnType<typeof Extensions> {
  return Extensions({ audits: action });
}
