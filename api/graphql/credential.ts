import { ApiScope } from '../access';
import { AgentRole } from '../agents/agent-role';
import type { Agent } from '../agents/agent.entity';
import type { ApiKey } from '../api-keys/api-key.entity';

/** Who calls, once proved. Null stands for anonymous. */
export type Credential = AgentCredential | ApiKeyCredential;

export interface AgentCredential {
  readonly kind: 'AGENT';
  readonly agent: Agent;
  readonly siteIds: readonly string[];
}

export interface ApiKeyCredential {
  readonly kind: 'API_KEY';
  readonly apiKey: ApiKey;
  readonly siteIds: readonly string[];
}

const ALL_SCOPES = Object.values(ApiScope);
const SCOPES_OF_ROLE: Readonly<Record<AgentRole, readonly ApiScope[]>> = {
  [AgentRole.ADMIN]: ALL_SCOPES,
  [AgentRole.MEMBER]: ALL_SCOPES.filter((scope) => scope !== ApiScope.SITE_MANAGE),
};

/** Agents may do on their own sites what their role lets them; a key what it was made for. */
export function scopesOf(credential: Credential | null): readonly ApiScope[] {
  if (!credential) return [];
  return credential.kind === 'AGENT' ? SCOPES_OF_ROLE[credential.agent.role] : credential.apiKey.scopes;
}

export function isAdmin(credential: Credential | null): boolean {
  return credential?.kind === 'AGENT' && credential.agent.role === AgentRole.ADMIN;
}
