import type { Credential } from '../credential';

/** What may be asked about a caller by whatever several callers share. */
export interface Rights {
  /** A credential with nothing in it but what tells one kind of caller from another. */
  readonly credential: Credential;
  /** Equal for callers who may see the same. */
  readonly key: string;
}

/**
 * The rights of a caller. They are all that an answer for several callers is made from: a rule that reads more of a
 * credential finds it missing instead of finding somebody else's.
 */
export function rightsOf(credential: Credential): Rights {
  const siteIds = [...credential.siteIds].sort();
  const reduced =
    credential.kind === 'AGENT'
      ? { kind: credential.kind, agent: { role: credential.agent.role }, siteIds }
      : { kind: credential.kind, apiKey: { scopes: [...credential.apiKey.scopes].sort() }, siteIds };
  return { credential: reduced as unknown as Credential, key: JSON.stringify(reduced) };
}
