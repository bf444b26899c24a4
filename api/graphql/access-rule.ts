import { Extensions } from 'type-graphql';

/** Who may call a root field: anybody, any agent or API key, agents that administer their sites. Scopes: see `Requires`. */
export type AccessRule = 'ANYBODY' | 'CREDENTIAL' | 'ADMIN';

/** Opens a root field to callers; a root field without a rule or a scope stops the start. */
export function OpenTo(rule: AccessRule): ReturnType<typeof Extensions> {
  return Extensions({ requires: rule });
}
