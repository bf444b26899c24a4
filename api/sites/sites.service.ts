import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Alongside } from '../postgres/alongside';
import { RecentReads } from '../postgres/recent-reads';
import { RowMapper } from '../postgres/row-mapper';
import { runInTransaction, runStatement } from '../postgres/statement';
import { isId, newId } from '../typed-id';
import { Site } from './site.entity';

export interface NewSite {
  readonly name: string;
  /** Exact origins; none means any. */
  readonly allowedOrigins?: readonly string[];
  /** An agent who is a member from the beginning. */
  readonly founderId?: string;
}

const KEY_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SITE_KEY = new RegExp(`^[${KEY_ALPHABET}]{20}$`);
const MAX_AGE_MS = 1_000;
const MAX_STALE_MS = 24 * 3_600_000;

const rows = new RowMapper(Site);
const BY_ID = { name: 'site_by_id', text: `SELECT ${rows.list('s')} FROM sites s WHERE s.id = $1` };
const BY_KEY = { name: 'site_by_key', text: `SELECT ${rows.list('s')} FROM sites s WHERE s.key = $1` };
const SECRETS = {
  name: 'identity_secrets_of_site',
  text: `SELECT s.identity_secret, s.previous_identity_secret, s.previous_identity_secret_until
         FROM sites s WHERE s.id = $1`,
};
const ROTATE = {
  text: `UPDATE sites SET previous_identity_secret = identity_secret, previous_identity_secret_until = $3,
           identity_secret = $2 WHERE id = $1 RETURNING id`,
};
const ADD_AGENT = {
  text: 'INSERT INTO site_agents (site_id, agent_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
};
const DELETE_VISITORS = {
  text: `WITH gone AS (
           DELETE FROM visitors v WHERE v.id IN (SELECT o.id FROM visitors o WHERE o.site_id = $1 LIMIT 5000)
             AND v.site_id = $1 RETURNING 1)
         SELECT 1 FROM gone LIMIT 1`,
};
const LOCK = { text: 'SELECT 1 FROM sites WHERE id = $1 FOR NO KEY UPDATE' };
const DELETE = { text: 'DELETE FROM sites WHERE id = $1' };
const OF_AGENT = {
  name: 'sites_of_agent',
  acrossSites: 'it tells which sites an agent may look at',
  text: `SELECT ${rows.list('s')} FROM site_agents m JOIN sites s ON s.id = m.site_id
         WHERE m.agent_id = $1 ORDER BY s.id`,
};

const ALL = { name: 'all_sites', text: `SELECT ${rows.list('s')} FROM sites s ORDER BY s.id` };

/** What may be changed of a site; what is left out stays. */
export type SiteChanges = Partial<
  Pick<
    Site,
    | 'name'
    | 'allowedOrigins'
    | 'keptUrlParameters'
    | 'keepsUrlFragment'
    | 'identityVerification'
    | 'goodbyeGraceSeconds'
    | 'retentionDays'
  >
>;

/** A site as it is after a change, and what of it is not as it was. */
export interface ChangedSite {
  readonly site: Site;
  readonly changed: readonly string[];
}

const REMOVE_AGENT = {
  text: `
  DELETE FROM site_agents m USING agents a
  WHERE m.site_id = $1 AND m.agent_id = $2 AND a.id = m.agent_id AND (a.role <> 'ADMIN' OR EXISTS (
    SELECT 1 FROM site_agents o JOIN agents b ON b.id = o.agent_id
    WHERE o.site_id = $1 AND o.agent_id <> $2 AND b.role = 'ADMIN'))
  RETURNING 1`,
};

interface SecretsRow {
  identity_secret: string;
  previous_identity_secret: string | null;
  previous_identity_secret_until: Date | null;
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function newIdentitySecret(): string {
  return randomBytes(32).toString('hex');
}

/**
 * The sites. Reads may be a second old, so that hot paths cost no query each; while PostgreSQL is away a site read
 * within the last day is still answered.
 */
export class SitesService {
  private readonly recent: RecentReads<readonly Site[]>;
  private readonly secrets: RecentReads<SecretsRow | undefined>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly now: () => number = Date.now,
  ) {
    const ages = { maxAgeMs: MAX_AGE_MS, maxStaleMs: MAX_STALE_MS, now };
    this.recent = new RecentReads(ages);
    this.secrets = new RecentReads(ages);
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

  /** The same as far as this node remembers it; never costs a query. */
  recentByKey(key: string): Site | null {
    return this.recent.peek(`${BY_KEY.name} ${key}`)?.[0] ?? null;
  }

  /** The secrets that may have signed the ids of the site's visitors at this moment; none for an unknown site. */
  async readIdentitySecrets(siteId: string): Promise<string[]> {
    const row = await this.secrets.get(siteId, async () => {
      const [found] = await runStatement<SecretsRow>(this.dataSource, SECRETS, [siteId]);
      return found;
    });
    if (!row) return [];
    const {
      identity_secret,
      previous_identity_secret: previous,
      previous_identity_secret_until: until,
    } = row;
    return previous && until && until.getTime() > this.now()
      ? [identity_secret, previous]
      : [identity_secret];
  }

  /** The sites the agent is a member of, oldest first. */
  async listForAgent(agentId: string): Promise<readonly Site[]> {
    return isId('agent', agentId) ? this.read(OF_AGENT, agentId) : [];
  }

  /** Every site of the installation, as stored now. */
  async listAll(): Promise<Site[]> {
    return (await runStatement(this.dataSource, ALL, [])).map((row) => rows.read(row));
  }

  /** Stores a site with a new id and key. */
  async create(
    { name, allowedOrigins = [], founderId }: NewSite,
    alongside?: Alongside<Site>,
  ): Promise<Site> {
    const key = Array.from(randomBytes(20), (byte) => KEY_ALPHABET[byte % 32]).join('');
    const id = newId('site');
    const made = { id, name, key, allowedOrigins: [...allowedOrigins], identitySecret: newIdentitySecret() };
    const site = await this.dataSource.transaction(async (transaction) => {
      const sites = transaction.getRepository(Site);
      await sites.insert(made);
      const stored = await sites.findOneByOrFail({ id });
      if (founderId) await runInTransaction(transaction, ADD_AGENT, [id, founderId]);
      await alongside?.(stored, transaction);
      return stored;
    });
    if (founderId) this.forgetMemberships(founderId);
    return site;
  }

  /** Changes what is given of the site and answers with all of it; null when it is gone. Other nodes see it within a second. */
  async update(
    siteId: string,
    changes: SiteChanges,
    alongside?: Alongside<ChangedSite>,
  ): Promise<Site | null> {
    const site = await this.dataSource.transaction(async (transaction) => {
      // Held until the end, so that what is told as changed is what this call changed.
      await runInTransaction(transaction, LOCK, [siteId]);
      const sites = transaction.getRepository(Site);
      const before = await sites.findOneBy({ id: siteId });
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      const different = given.filter(([name, value]) => !isEqual(before?.[name as keyof Site], value));
      if (!before || different.length === 0) return before;
      await sites.update({ id: siteId }, Object.fromEntries(different));
      const after = await sites.findOneByOrFail({ id: siteId });
      await alongside?.({ site: after, changed: different.map(([name]) => name) }, transaction);
      return after;
    });
    if (site) this.forget(site);
    return site;
  }

  /**
   * Makes a new identity secret and gives it back this once; the one before signs beside it for the grace. Null when the site
   * is gone.
   */
  async rotateIdentitySecret(
    siteId: string,
    graceMs: number,
    alongside?: Alongside<void>,
  ): Promise<string | null> {
    const secret = newIdentitySecret();
    const values = [siteId, secret, new Date(this.now() + graceMs)];
    const isRotated = await this.dataSource.transaction(async (transaction) => {
      const [row] = await runInTransaction(transaction, ROTATE, values);
      if (row) await alongside?.(undefined, transaction);
      return row !== undefined;
    });
    this.secrets.forget(siteId);
    return isRotated ? secret : null;
  }

  /** Erases the site and everything stored about it. Safe to repeat. */
  async delete(siteId: string): Promise<void> {
    const site = await this.findById(siteId);
    // In pieces, because a statement may not take long and a site may have had a million visitors.
    while ((await runStatement(this.dataSource, DELETE_VISITORS, [siteId])).length > 0);
    await runStatement(this.dataSource, DELETE, [siteId]);
    this.secrets.forget(siteId);
    if (site) this.forget(site);
  }

  /** Makes the agent a member of the site; a no-op for a member. */
  async addAgent(siteId: string, agentId: string, alongside?: Alongside<void>): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      await runInTransaction(transaction, ADD_AGENT, [siteId, agentId]);
      await alongside?.(undefined, transaction);
    });
    this.forgetMemberships(agentId);
  }

  /**
   * Ends the agent's membership. False, and nothing is changed, when nobody who administers the site would be left. Other nodes
   * see it within a second.
   */
  async removeAgent(siteId: string, agentId: string, alongside?: Alongside<void>): Promise<boolean> {
    const isRemoved = await this.dataSource.transaction(async (transaction) => {
      // One at a time, so that two admins cannot remove each other.
      await runInTransaction(transaction, LOCK, [siteId]);
      const removed = await runInTransaction(transaction, REMOVE_AGENT, [siteId, agentId]);
      if (removed.length > 0) await alongside?.(undefined, transaction);
      return removed.length > 0;
    });
    this.forgetMemberships(agentId);
    return isRemoved;
  }

  private forgetMemberships(agentId: string): void {
    this.recent.forget(`${OF_AGENT.name} ${agentId}`);
  }

  private forget({ id, key }: Site): void {
    this.recent.forget(`${BY_ID.name} ${id}`);
    this.recent.forget(`${BY_KEY.name} ${key}`);
  }

  private read(statement: { name: string; text: string }, value: string): Promise<readonly Site[]> {
    return this.recent.get(`${statement.name} ${value}`, async () => {
      const found = await runStatement(this.dataSource, statement, [value]);
      return found.map((row) => rows.read(row));
    });
  }
}
