import { randomBytes } from 'node:crypto';
import { type DataSource, QueryFailedError } from 'typeorm';
import type { Alongside } from '../postgres/alongside';
import { RowMapper } from '../postgres/row-mapper';
import { runInTransaction, runStatement } from '../postgres/statement';
import { storableText } from '../scalars/storable-text';
import { isId, newId } from '../typed-id';
import type { AgentRole } from './agent-role';
import { Agent } from './agent.entity';
import { AgentSessions, type AgentSessionsOptions } from './agent-sessions';
import { EmailTakenError } from './email-taken-error';
import { PasswordHash } from './password-hash';
import { passwordProblem } from './password-problem';

export interface NewAgent {
  readonly email: string;
  readonly displayName: string;
  readonly role: AgentRole;
  /** Left out, one is made up. */
  readonly password?: string;
}

const UNIQUE_VIOLATION = '23505';
const rows = new RowMapper(Agent);

const BY_EMAIL = {
  name: 'agent_by_email',
  text: `SELECT ${rows.list('a')}, a.password_hash FROM agents a WHERE lower(a.email) = lower($1)`,
};
const OF_SITES = {
  name: 'agent_of_sites',
  text: `SELECT ${rows.list('a')} FROM agents a WHERE a.id = $1
         AND EXISTS (SELECT 1 FROM site_agents m WHERE m.agent_id = a.id AND m.site_id = ANY($2))`,
};

const OF_SITE = {
  name: 'agents_of_site',
  text: `SELECT ${rows.list('a')} FROM site_agents m JOIN agents a ON a.id = m.agent_id
         WHERE m.site_id = $1 ORDER BY a.id`,
};
const BY_EMAIL_OF_SITES = {
  name: 'agent_of_sites_by_email',
  text: `SELECT ${rows.list('a')} FROM agents a WHERE lower(a.email) = lower($1)
         AND EXISTS (SELECT 1 FROM site_agents m WHERE m.agent_id = a.id AND m.site_id = ANY($2))`,
};
// Only the hash that was checked: whoever changed it meanwhile was quicker.
const SET_PASSWORD = {
  text: 'UPDATE agents SET password_hash = $3 WHERE id = $1 AND password_hash = $2 RETURNING id',
};
const RESET_PASSWORD = { text: 'UPDATE agents SET password_hash = $2 WHERE id = $1' };
const DELETE_WITHOUT_SITE = {
  acrossSites: 'whoever works on any site stays',
  text: `DELETE FROM agents a WHERE a.id = $1
         AND NOT EXISTS (SELECT 1 FROM site_agents m WHERE m.agent_id = a.id)`,
};

/** The agents: their passwords and the browsers they are signed in with. */
export class AgentsService {
  private readonly passwords = new PasswordHash();

  private readonly sessions: AgentSessions;

  constructor(
    private readonly dataSource: DataSource,
    options: AgentSessionsOptions = {},
  ) {
    this.sessions = new AgentSessions(dataSource, options);
  }

  /**
   * Stores a new agent, a member of no site yet, and gives back the password this once. Throws EmailTakenError, and
   * RangeError with a sentence for a password that is not good enough.
   */
  async create({
    email,
    displayName,
    role,
    password,
  }: NewAgent): Promise<{ agent: Agent; password: string }> {
    const chosen = password ?? madeUpPassword();
    const problem = passwordProblem(chosen, email);
    if (problem !== null) throw new RangeError(problem);
    const id = newId('agent');
    await this.insert({
      id,
      email: email.trim(),
      displayName,
      role,
      passwordHash: await this.passwords.of(chosen),
    });
    return { agent: await this.dataSource.getRepository(Agent).findOneByOrFail({ id }), password: chosen };
  }

  /** The agent with that e-mail and password, or null. Takes as long for an unknown e-mail as for a known one. */
  async authenticate(email: string, password: string): Promise<Agent | null> {
    const [row] = await runStatement<{ password_hash: string }>(this.dataSource, BY_EMAIL, [
      storableText(email.trim()),
    ]);
    const isRight = await this.passwords.matches(row?.password_hash ?? null, password);
    return row && isRight ? rows.read(row) : null;
  }

  /** An agent who is a member of one of the sites, or null. */
  async findById(siteIds: readonly string[], id: string): Promise<Agent | null> {
    if (!isId('agent', id) || siteIds.length === 0) return null;
    const [row] = await runStatement(this.dataSource, OF_SITES, [id, [...siteIds]]);
    return row ? rows.read(row) : null;
  }

  /** The members of the site, in the order of their coming. */
  async listOfSite(siteId: string): Promise<Agent[]> {
    return (await runStatement(this.dataSource, OF_SITE, [siteId])).map((row) => rows.read(row));
  }

  /** The agent with that e-mail who is a member of one of the sites, or null. */
  async findByEmail(siteIds: readonly string[], email: string): Promise<Agent | null> {
    const values = [storableText(email.trim()), [...siteIds]];
    const [row] = await runStatement(this.dataSource, BY_EMAIL_OF_SITES, values);
    return row ? rows.read(row) : null;
  }

  /** False, and nothing is changed, when the current password is another one. The new one is not judged. */
  async changePassword(
    { id, email }: Agent,
    { current, chosen }: { readonly current: string; readonly chosen: string },
    alongside?: Alongside<void>,
  ): Promise<boolean> {
    const [row] = await runStatement<{ password_hash: string }>(this.dataSource, BY_EMAIL, [email]);
    const storedHash = row?.password_hash ?? null;
    if (!(await this.passwords.matches(storedHash, current))) return false;
    const values = [id, storedHash, await this.passwords.of(chosen)];
    return this.dataSource.transaction(async (transaction) => {
      const isSet = (await runInTransaction(transaction, SET_PASSWORD, values)).length > 0;
      if (isSet) await alongside?.(undefined, transaction);
      return isSet;
    });
  }

  /**
   * Gives the agent with that e-mail a made-up password, told this once, and ends all their sessions within a second. Null, and
   * nothing is changed, when there is no such agent.
   */
  async resetPassword(
    email: string,
    alongside?: Alongside<Agent>,
  ): Promise<{ agent: Agent; password: string } | null> {
    const [row] = await runStatement(this.dataSource, BY_EMAIL, [storableText(email.trim())]);
    if (!row) return null;
    const [agent, password] = [rows.read(row), madeUpPassword()];
    const values = [agent.id, await this.passwords.of(password)];
    await this.dataSource.transaction(async (transaction) => {
      await runInTransaction(transaction, RESET_PASSWORD, values);
      await this.sessions.closeAll(agent.id, transaction);
      await alongside?.(agent, transaction);
    });
    return { agent, password };
  }

  /** Erases an agent who is a member of no site, with their sessions; leaves any other one alone. */
  async deleteWithoutSite(id: string): Promise<void> {
    await runStatement(this.dataSource, DELETE_WITHOUT_SITE, [id]);
  }

  /** Whether nobody can sign in yet, as at the first start. */
  async isEmpty(): Promise<boolean> {
    return !(await this.dataSource.getRepository(Agent).existsBy({}));
  }

  /** A new random token that stands for the agent until it is closed or ends by itself. */
  openSession(agentId: string): Promise<string> {
    return this.sessions.open(agentId);
  }

  /** The agent the token stands for, at most a second ago; null when it never did or no longer does. */
  findBySessionToken(token: string): Promise<Agent | null> {
    return this.sessions.findAgent(token);
  }

  /** Ends the session: at once on this node, within a second on others. Safe to repeat. */
  closeSession(token: string): Promise<void> {
    return this.sessions.close(token);
  }

  /** Ends the agent's other sessions, within a second on every node. */
  closeOtherSessions(agentId: string, token: string): Promise<void> {
    return this.sessions.closeOthers(agentId, token);
  }

  private async insert(agent: Partial<Agent>): Promise<void> {
    try {
      await this.dataSource.getRepository(Agent).insert(agent);
    } catch (error) {
      const cause = error instanceof QueryFailedError ? (error.driverError as { code?: string }) : {};
      throw cause.code === UNIQUE_VIOLATION ? new EmailTakenError() : error;
    }
  }
}

function madeUpPassword(): string {
  return randomBytes(18).toString('base64url');
}
