import type { AuditActor } from '../audit-log/audit-log';
import type { Credential } from './credential';

/** Who an entry of the audit log is about to name. Throws for an anonymous caller: nobody may do such a thing. */
export function auditActor(credential: Credential | null): AuditActor {
  if (!credential) throw new Error('An administrative act needs somebody who does it');
  return credential.kind === 'AGENT'
    ? { id: credential.agent.id, name: credential.agent.displayName }
    : { id: credential.apiKey.id, name: credential.apiKey.name };
}
