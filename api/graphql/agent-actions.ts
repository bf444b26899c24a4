import type { Agent } from '../agents/agent.entity';
import type { AgentsService } from '../agents/agents.service';
import { EmailTakenError } from '../agents/email-taken-error';
import { passwordProblem } from '../agents/password-problem';
import type { SignInLimits } from '../agents/sign-in-limits';
import type { AuditAction } from '../audit-log/audit-action';
import type { AuditLog } from '../audit-log/audit-log';
import type { Alongside } from '../postgres/alongside';
import type { SitesService } from '../sites/sites.service';
import { UserProblem } from '../user-problem';
import { auditActor } from './audit-actor';
import { cleanName } from './clean-name';
import type { ApiContext } from './context';
import type { Credential } from './credential';
import type { ChangePasswordInput, InviteAgentInput, RemoveAgentInput } from './inputs/agent-inputs';
import { ownSite } from './own-site';
import { rateLimited } from './rate-limited';

const LONGEST_EMAIL = 254;

/** Who works on a site, and with what password. */
export class AgentActions {
  constructor(
    private readonly agents: AgentsService,
    private readonly sites: SitesService,
    private readonly limits: SignInLimits,
    private readonly audit: AuditLog,
  ) {}

  /** Somebody who works on another site of the caller's joins with the password they have. */
  async invite({ siteId, role, ...told }: InviteAgentInput, credential: Credential | null) {
    const site = ownSite(credential, siteId);
    const displayName = cleanName(told.displayName, 'displayName', 'Say what the agent is called.');
    const email = cleanEmail(told.email);
    try {
      const { agent, password } = await this.agents.create({ email, displayName, role });
      const entry = this.entry(credential, 'inviteAgent', site, agent);
      await this.sites.addAgent(site, agent.id, entry).catch(async (error: unknown) => {
        await this.agents.deleteWithoutSite(agent.id);
        throw error;
      });
      return { agent, oneTimePassword: password };
    } catch (error) {
      if (!(error instanceof EmailTakenError)) throw error;
      const agent = await this.colleague(email, site, credential);
      if (agent?.role !== role) throw UserProblem.of('CONFLICT', error.message, 'email');
      await this.sites.addAgent(site, agent.id, this.entry(credential, 'inviteAgent', site, agent));
      return { agent, oneTimePassword: null };
    }
  }

  /** Who is left without a site is nobody's agent any more, and is erased. */
  async remove({ siteId, agentId }: RemoveAgentInput, credential: Credential | null) {
    const site = ownSite(credential, siteId);
    const agent = await this.agents.findById([site], agentId);
    if (!agent) throw UserProblem.of('NOT_FOUND', 'No agent of the site has this id.', 'agentId');
    const entry = this.entry(credential, 'removeAgent', site, agent);
    if (!(await this.sites.removeAgent(site, agentId, entry))) {
      throw UserProblem.of(
        'CONFLICT',
        'Somebody has to administer the site: make another admin first.',
        'agentId',
      );
    }
    await this.agents.deleteWithoutSite(agentId);
    return { removedAgentId: agentId };
  }

  async changePassword(
    { currentPassword, newPassword }: ChangePasswordInput,
    { credential, session }: ApiContext,
  ) {
    if (credential?.kind !== 'AGENT' || !session.token)
      throw new Error('only a signed-in agent has a password');
    const { agent } = credential;
    const problem = passwordProblem(newPassword, agent.email);
    if (problem) throw UserProblem.of('INVALID', problem, 'newPassword');
    const waitMs = await this.limits.take(agent.email, session.address);
    if (waitMs > 0) throw rateLimited(waitMs);
    const chosen = { current: currentPassword, chosen: newPassword };
    if (!(await this.agents.changePassword(agent, chosen, this.passwordEntries(credential)))) {
      throw UserProblem.of('INVALID_CREDENTIALS', 'This is not your current password.', 'currentPassword');
    }
    await this.limits.succeed(agent.email, session.address);
    await this.agents.closeOtherSessions(agent.id, session.token);
    return { agent };
  }

  private entry(
    credential: Credential | null,
    action: AuditAction,
    siteId: string,
    { displayName, id, role }: Agent,
  ): Alongside<void> {
    const subject = `${displayName} (${id}), ${role}`;
    const entry = { siteId, actor: auditActor(credential), action, subject };
    return (_, transaction) => this.audit.record(entry, transaction);
  }

  // An agent's password opens every site of theirs.
  private passwordEntries(credential: Credential): Alongside<void> {
    const actor = auditActor(credential);
    return async (_, transaction) => {
      for (const siteId of credential.siteIds) {
        await this.audit.record({ siteId, actor, action: 'changePassword' }, transaction);
      }
    };
  }

  // Whether a stranger has the address is nobody's business; a colleague on another site is.
  private async colleague(email: string, site: string, credential: Credential | null): Promise<Agent | null> {
    const agent = await this.agents.findByEmail(credential?.siteIds ?? [], email);
    return agent && !(await this.agents.findById([site], agent.id)) ? agent : null;
  }
}

function cleanEmail(told: string): string {
  const email = told.trim();
  if (email.length > LONGEST_EMAIL) {
    throw UserProblem.of('TOO_LONG', `email may have at most ${LONGEST_EMAIL} characters.`, 'email');
  }
  // eslint-disable-next-line no-control-regex
  if (!/^[^\s@\u0000-\u001f]+@[^\s@\u0000-\u001f]+$/.test(email) || /\p{Surrogate}/u.test(email)) {
    throw UserProblem.of('INVALID', 'email must look like name@host.', 'email');
  }
  return email;
}
