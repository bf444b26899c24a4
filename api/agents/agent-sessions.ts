import { createHash, randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { RecentReads } from '../postgres/recent-reads';
import { RowMapper } from '../postgres/row-mapper';
import { runInTransaction, runStatement } from '../postgres/statement';
import { Agent } from './agent.entity';

export interface AgentSessionsOptions {
  /** A session ends after that long without use. */
  readonly idleMs?: number;
  /** A session ends after that long in any case. */
  readonly maxMs?: number;
  /** Clock of the answers kept in memory; what is stored goes by the clock of PostgreSQL. */
  readonly now?: () => number;
}

const HOUR_MS = 3_600_000;
const DEFAULT_IDLE_MS = 12 * HOUR_MS;
const DEFAULT_MAX_MS = 7 * 24 * HOUR_MS;
const RECENT_MS = 1_000;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const rows = new RowMapper(Agent);
const IS_LIVE = `s.last_used_at > now() - $2::float8 * interval '1 ms'
             AND s.created_at > now() - $3::float8 * interval '1 ms'`;
const OPEN = { text: 'INSERT INTO agent_sessions (token_hash, agent_id) VALUES ($1, $2)' };
const CLOSE = { text: 'DELETE FROM agent_sessions WHERE token_hash = $1' };
const CLOSE_ALL = { text: 'DELETE FROM agent_sessions WHERE agent_id = $1' };
const CLOSE_OTHERS = { text: 'DELETE FROM agent_sessions WHERE agent_id = $1 AND token_hash <> $2' };
const CLOSE_ENDED = { text: `DELETE FROM agent_sessions s WHERE s.agent_id = $1 AND NOT (${IS_LIVE})` };
const FIND = {
  name: 'agent_by_session',
  text: `SELECT ${rows.list('a')}, s.last_used_at < now() - interval '1 minute' AS is_touch_due
         FROM agent_sessions s JOIN agents a ON a.id = s.agent_id WHERE s.token_hash = $1 AND ${IS_LIVE}`,
};
const TOUCH = {
  name: 'touch_agent_session',
  text: `UPDATE agent_sessions SET last_used_at = now()
         WHERE token_hash = $1 AND last_used_at < now() - interval '1 minute'`,
};

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Agents' signed-in browsers. Only hashes of their tokens are stored. */
export class AgentSessions {
  private readonly recent: RecentReads<Agent | null>;
  private readonly limits: readonly [idleMs: number, maxMs: number];

  constructor(
    private readonly dataSource: DataSource,
    { idleMs = DEFAULT_IDLE_MS, maxMs = DEFAULT_MAX_MS, now }: AgentSessionsOptions = {},
  ) {
    this.recent = new RecentReads({ maxAgeMs: RECENT_MS, now });
    this.limits = [idleMs, maxMs];
  }

  /** A new random token that stands for the agent until it is closed or ends by itself. */
  async open(agentId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await runStatement(this.dataSource, OPEN, [hashOf(token), agentId]);
    await runStatement(this.dataSource, CLOSE_ENDED, [agentId, ...this.limits]);
    return token;
  }

  /** The agent the token stands for, at most a second ago; null when it never did or no longer does. */
  async findAgent(token: string): Promise<Agent | null> {
    if (!TOKEN.test(token)) return null;
    const tokenHash = hashOf(token);
    return this.recent.get(tokenHash, () => this.read(tokenHash));
  }

  /** Ends the session: at once on this node, within a second on others. Safe to repeat. */
  async close(token: string): Promise<void> {
    const tokenHash = hashOf(token);
    await runStatement(this.dataSource, CLOSE, [tokenHash]);
    this.recent.forget(tokenHash);
  }

  /** Ends the agent's sessions but that of the token, within a second. */
  async closeOthers(agentId: string, token: string): Promise<void> {
    await runStatement(this.dataSource, CLOSE_OTHERS, [agentId, hashOf(token)]);
  }

  /** Ends every session of the agent, within a second, if the transaction comes to its end. */
  async closeAll(agentId: string, transaction: EntityManager): Promise<void> {
    await runInTransaction(transaction, CLOSE_ALL, [agentId]);
  }

  private async read(tokenHash: string): Promise<Agent | null> {
    const values = [tokenHash, ...this.limits];
    const [row] = await runStatement<{ is_touch_due: boolean }>(this.dataSource, FIND, values);
    if (!row) return null;
    if (row.is_touch_due) this.touch(tokenHash);
    return rows.read(row);
  }

  private touch(tokenHash: string): void {
    // Nobody waits for it, and when it fails the next use of the session tries again.
    runStatement(this.dataSource, TOUCH, [tokenHash]).catch(() => undefined);
  }
}
