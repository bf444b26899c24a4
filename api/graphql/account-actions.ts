import type { AgentsService } from '../agents/agents.service';
import type { SignInLimits } from '../agents/sign-in-limits';
import type { ApiKeysService } from '../api-keys/api-keys.service';
import type { AuditLog } from '../audit-log/audit-log';
import { UserProblem } from '../user-problem';
import { auditActor } from './audit-actor';
import { cleanName } from './clean-name';
import type { AgentSessionCookie, ApiContext } from './context';
import type { CreateApiKeyInput, LoginInput, RevokeApiKeyInput } from './inputs/account-inputs';
import { ownSite } from './own-site';
import { rateLimited } from './rate-limited';

/** Signing in and out, and making and revoking API keys. */
export class AccountActions {
  constructor(
    private readonly agents: AgentsService,
    private readonly apiKeys: ApiKeysService,
    private readonly limits: SignInLimits,
    private readonly audit: AuditLog,
  ) {}

  /** The answer is the same for an unknown address and for a wrong password. Throws RATE_LIMITED after too many of either. */
  async login({ email, password }: LoginInput, session: AgentSessionCookie) {
    if (!session.isOwnOrigin) {
      throw UserProblem.of('ORIGIN_NOT_ALLOWED', "Sign in from the dashboard's own address.");
    }
    const waitMs = await this.limits.take(email, session.address);
    if (waitMs > 0) throw rateLimited(waitMs);
    const agent = await this.agents.authenticate(email, password);
    if (!agent) {
      throw UserProblem.of('INVALID_CREDENTIALS', 'This e-mail address and password do not belong together.');
    }
    await this.limits.succeed(email, session.address);
    session.set(await this.agents.openSession(agent.id));
    return { agent };
  }

  async logout({ credential, session }: ApiContext) {
    if (session.token) {
      await this.agents.closeSession(session.token);
      session.clear();
    }
    return { agentId: credential?.kind === 'AGENT' ? credential.agent.id : null };
  }

  async createApiKey({ siteId, name, scopes, expiresAt }: CreateApiKeyInput, { credential }: ApiContext) {
    const site = ownSite(credential, siteId);
    const cleaned = cleanName(name, 'name', 'Say what the key is for.');
    if (scopes.length === 0) throw UserProblem.of('REQUIRED', 'Give the key at least one scope.', 'scopes');
    if (expiresAt && expiresAt.getTime() <= Date.now()) {
      throw UserProblem.of('INVALID', 'expiresAt must be in the future.', 'expiresAt');
    }
    const entry = { siteId: site, actor: auditActor(credential), action: 'createApiKey' } as const;
    return this.apiKeys.create(
      { siteId: site, name: cleaned, scopes, expiresAt: expiresAt ?? null },
      (key, transaction) =>
        this.audit.record({ ...entry, subject: `${named(key)} with ${key.scopes.join(', ')}` }, transaction),
    );
  }

  async revokeApiKey({ apiKeyId }: RevokeApiKeyInput, { credential }: ApiContext) {
    const entry = { actor: auditActor(credential), action: 'revokeApiKey' } as const;
    const apiKey = await this.apiKeys.revoke(credential?.siteIds ?? [], apiKeyId, (key, transaction) =>
      this.audit.record({ ...entry, siteId: key.siteId, subject: named(key) }, transaction),
    );
    if (!apiKey) throw UserProblem.of('NOT_FOUND', 'None of your keys has this id.', 'apiKeyId');
    return { apiKey };
  }
}

function named({ name, id }: { readonly name: string; readonly id: string }): string {
  return `${name} (${id})`;
}
