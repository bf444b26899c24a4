import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { RecentReads } from '../postgres/recent-reads';
import { RowMapper } from '../postgres/row-mapper';
import { runStatement } from '../postgres/statement';
import { isId, newId } from '../typed-id';
import { Site } from './site.entity';

export interface NewSite {
  readonly name: string;
  /** Exact origins; none means any. */
  readonly allowedOrigins?: readonly string[];
}

const KEY_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SITE_KEY = new RegExp(`^[${KEY_ALPHABET}]{20}$`);
const MAX_AGE_MS = 1_000;
const MAX_STALE_MS = 24 * 3_600_000;

const rows = new RowMapper(Site);
const BY_ID = { name: 'site_by_id', text: `SELECT ${rows.list('s')} FROM sites s WHERE s.id = $1` };
const BY_KEY = { name: 'site_by_key', text: `SELECT ${rows.list('s')} FROM sites s WHERE s.key = $1` };
const OF_AGENT = {
  name: 'sites_of_agent',
  text: `SELECT ${rows.list('s')} FROM site_agents m JOIN sites s ON s.id = m.site_id
         WHERE m.agent_id = $1 ORDER BY s.id`,
};

/**
 * The sites. Reads may be a second old, so that hot paths cost no query each; while PostgreSQL is away a site read
 * within the last day is still answered.
 */
export class SitesService {
  private readonly recent: RecentReads<readonly Site[]>;

  constructor(
    private readonly dataSource: DataSource,
    now: () => number = Date.now,
  ) {
    this.recent = new RecentReads({ maxAgeMs: MAX_AGE_MS, maxStaleMs: MAX_STALE_MS, now });
  }

  /** Null when there is none; malformed ids cost no query. */
  async findById(id: string): Promise<Site | null> {
    if (!isId('site', id)) return null;
    return (await this.read(BY_ID, id))[0] ?? null;
  }

  /** The site whose widget carries the key, or null; malformed keys cost no query. */
  async findByKey(key: string): Promise<Site | null> {
    if (!SITE_KEY.test(key)) return null;
    return (await this.read(BY_KEY, key))[0] ?? null;
  }

  /** The sites the agent is a member of, oldest first. */
  async listForAgent(agentId: string): Promise<readonly Site[]> {
    return isId('agent', agentId) ? this.read(OF_AGENT, agentId) : [];
  }

  /** Stores a site with a new id and key. */
  async create({ name, allowedOrigins = [] }: NewSite): Promise<Site> {
    const key = Array.from(randomBytes(20), (byte) => KEY_ALPHABET[byte % 32]).join('');
    const sites = this.dataSource.getRepository(Site);
    return sites.save(sites.create({ id: newId('site'), name, key, allowedOrigins: [...allowedOrigins] }));
  }

  /** Makes the agent a member of the site; a no-op for a member. */
  async addAgent(siteId: string, agentId: string): Promise<void> {
    const text = 'INSERT INTO site_agents (site_id, agent_id) VALUES ($1, $2) ON CONFLICT DO NOTHING';
    await runStatement(this.dataSource, { text }, [siteId, agentId]);
    this.recent.forget(`${OF_AGENT.name} ${agentId}`);
  }

  private read(statement: { name: string; text: string }, value: string): Promise<readonly Site[]> {
    return this.recent.get(`${statement.name} ${value}`, async () => {
      const found = await runStatement(this.dataSource, statement, [value]);
      return found.map((row) => rows.read(row));
    });
  }
}
