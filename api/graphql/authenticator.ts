import type { AgentsService } from '../agents/agents.service';
import type { ApiKeysService } from '../api-keys/api-keys.service';
import type { SitesService } from '../sites/sites.service';
import { apiError } from './api-error';
import type { Credential } from './credential';

/** What a request carries to prove who calls. */
export interface Proof {
  /** The Authorization header, or its twin in connection_init. */
  readonly authorization: string | null;
  /** The agent's cookie; null when the request came from another origin, for then it proves nothing. */
  readonly sessionToken: string | null;
}

/** Finds out who calls. Answers may be a second old. */
export class Authenticator {
  constructor(
    private readonly agents: AgentsService,
    private readonly apiKeys: ApiKeysService,
    private readonly sites: SitesService,
  ) {}

  /** Null for an anonymous caller. Throws UNAUTHENTICATED for an API key that does not hold (any more). */
  async authenticate({ authorization, sessionToken }: Proof): Promise<Credential | null> {
    if (authorization) return this.byApiKey(authorization);
    const agent = sessionToken ? await this.agents.findBySessionToken(sessionToken) : null;
    if (!agent) return null;
    const sites = await this.sites.listForAgent(agent.id);
    return { kind: 'AGENT', agent, siteIds: sites.map(({ id }) => id) };
  }

  private async byApiKey(authorization: string): Promise<Credential> {
    const [, secret] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    const apiKey = secret ? await this.apiKeys.authenticate(secret) : null;
    if (!apiKey)
      throw apiError('UNAUTHENTICATED', 'This API key is not valid; it may be mistyped, revoked or expired.');
    return { kind: 'API_KEY', apiKey, siteIds: [apiKey.siteId] };
  }
}
