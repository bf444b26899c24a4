import { Extensions } from 'type-graphql';

/**
 * Who may ask for a field: anybody, any agent or API key, any agent, agents that administer their sites, any agent or a
 * key with SITE_MANAGE. Scopes: see `Requires`.
 */
export type AccessRule = 'ANYBODY' | 'CREDENTIAL' | 'AGENT' | 'ADMIN' | 'AGENT_OR_MANAGER';

/** Opens a field to those callers only; a root field without a rule or a scope stops the start. */
export function OpenTo(rule: AccessRule): ReturnType<typeof Extensions> {
  return Extensions({ requires: rule });
}
