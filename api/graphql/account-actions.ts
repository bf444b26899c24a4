import type { AgentsService } from '../agents/agents.service';
import type { ApiKeysService } from '../api-keys/api-keys.service';
import { cleanText } from '../gateway/clean-text';
import { UserProblem } from '../user-problem';
import { chosenSite } from './chosen-site';
import type { AgentSessionCookie, ApiContext } from './context';
import type { CreateApiKeyInput, LoginInput } from './inputs/account-inputs';

const LONGEST_NAME = 300;

/** Signing in and out, and making API keys. */
export class AccountActions {
  constructor(
    private readonly agents: AgentsService,
    private readonly apiKeys: ApiKeysService,
  ) {}

  /** The answer is the same for an unknown address and for a wrong password. */
  async login({ email, password }: LoginInput, session: AgentSessionCookie) {
    if (!session.isOwnOrigin) {
      throw UserProblem.of('ORIGIN_NOT_ALLOWED', "Sign in from the dashboard's own address.");
    }
    const agent = await this.agents.authenticate(email, password);
    if (!agent) {
      throw UserProblem.of('INVALID_CREDENTIALS', 'This e-mail address and password do not belong together.');
    }
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
    const site = chosenSite(credential, siteId);
    if (!site) throw UserProblem.of('NOT_FOUND', 'None of your sites has this id.', 'siteId');
    const cleaned = cleanText(name);
    if (!cleaned) throw UserProblem.of('REQUIRED', 'Say what the key is for.', 'name');
    const length = [...cleaned].length;
    if (length > LONGEST_NAME) {
      throw UserProblem.of(
        'TOO_LONG',
        `name may have at most ${LONGEST_NAME} characters, got ${length}.`,
        'name',
      );
    }
    if (scopes.length === 0) throw UserProblem.of('REQUIRED', 'Give the key at least one scope.', 'scopes');
    if (expiresAt && expiresAt.getTime() <= Date.now()) {
      throw UserProblem.of('INVALID', 'expiresAt must be in the future.', 'expiresAt');
    }
    return this.apiKeys.create({ siteId: site, name: cleaned, scopes, expiresAt: expiresAt ?? null });
  }
}
