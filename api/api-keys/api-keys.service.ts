import { timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { ApiScope } from '../access';
import type { Alongside } from '../postgres/alongside';
import { RecentReads } from '../postgres/recent-reads';
import { RowMapper } from '../postgres/row-mapper';
import { runInTransaction, runStatement } from '../postgres/statement';
import { isId, newId } from '../typed-id';
import { ApiKey } from './api-key.entity';
import { KeySecret } from './key-secret';

export interface NewApiKey {
  readonly siteId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** Null when the key does not end by itself. */
  readonly expiresAt: Date | null;
}

interface SecretRow {
  secret_hash: string;
  is_touch_due: boolean;
}

interface RevokedRow {
  secret_hash: string;
  was_live: boolean;
}

const RECENT_MS = 1_000;
const rows = new RowMapper(ApiKey);

const LIVE_BY_PREFIX = {
  name: 'live_api_key',
  acrossSites: 'it is the key that tells which site the caller is from',
  text: `SELECT ${rows.list('k')}, k.secret_hash,
                coalesce(k.last_used_at < now() - interval '1 minute', true) AS is_touch_due
         FROM api_keys k
         WHERE k.prefix = $1 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())`,
};
const TOUCH = {
  name: 'touch_api_key',
  text: `UPDATE api_keys k SET last_used_at = now()
         WHERE k.site_id = $1 AND k.id = $2 AND (k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute')`,
};
const CREATE = {
  text: `INSERT INTO api_keys AS k (site_id, id, name, scopes, expires_at, prefix, secret_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${rows.list('k')}`,
};
const OF_SITES = {
  name: 'api_key_of_sites',
  text: `SELECT ${rows.list('k')} FROM api_keys k WHERE k.site_id = ANY($1) AND k.id = $2`,
};

const OF_SITE = {
  name: 'api_keys_of_site',
  text: `SELECT ${rows.list('k')} FROM api_keys k WHERE k.site_id = $1 ORDER BY k.id DESC`,
};
const REVOKE = {
  text: `WITH before AS (
           SELECT o.id, o.revoked_at IS NULL AS was_live FROM api_keys o
           WHERE o.site_id = ANY($1) AND o.id = $2 FOR UPDATE)
         UPDATE api_keys k SET revoked_at = coalesce(k.revoked_at, now()) FROM before
         WHERE k.site_id = ANY($1) AND k.id = before.id
         RETURNING ${rows.list('k')}, k.secret_hash, before.was_live`,
};

function isSameHash(stored: string, given: string): boolean {
  return stored.length === given.length && timingSafeEqual(Buffer.from(stored), Buffer.from(given));
}

/** The API keys of sites. Secrets are shown when made; only their hashes are stored. */
export class ApiKeysService {
  private readonly recent: RecentReads<ApiKey | null>;

  constructor(
    private readonly dataSource: DataSource,
    now: () => number = Date.now,
  ) {
    this.recent = new RecentReads({ maxAgeMs: RECENT_MS, now });
  }

  /** Stores a new key of the site and gives back its secret this once. */
  async create(
    { siteId, name, scopes, expiresAt }: NewApiKey,
    alongside?: Alongside<ApiKey>,
  ): Promise<{ apiKey: ApiKey; secret: string }> {
    const secret = KeySecret.random();
    const granted = [...new Set(scopes)];
    const values = [siteId, newId('key'), name, granted, expiresAt, secret.prefix, secret.hash()];
    const apiKey = await this.dataSource.transaction(async (transaction) => {
      const [row] = await runInTransaction(transaction, CREATE, values);
      const stored = rows.read(row!);
      await alongside?.(stored, transaction);
      return stored;
    });
    return { apiKey, secret: secret.text };
  }

  /** The key with that secret, live at most a second ago, or null. Text that cannot be a secret costs no query. */
  async authenticate(text: string): Promise<ApiKey | null> {
    const secret = KeySecret.parse(text);
    if (!secret) return null;
    const hash = secret.hash();
    return this.recent.get(hash, () => this.read(secret.prefix, hash));
  }

  /** A key of one of the sites, revoked and expired ones too, or null. */
  async findById(siteIds: readonly string[], id: string): Promise<ApiKey | null> {
    if (!isId('key', id) || siteIds.length === 0) return null;
    const [row] = await runStatement(this.dataSource, OF_SITES, [[...siteIds], id]);
    return row ? rows.read(row) : null;
  }

  /** The keys of the site, revoked and expired ones too, newest first. */
  async listOfSite(siteId: string): Promise<ApiKey[]> {
    return (await runStatement(this.dataSource, OF_SITE, [siteId])).map((row) => rows.read(row));
  }

  /**
   * Ends a key of one of the sites for good: at once on this node, within a second on others. Safe to repeat: nothing is stored
   * alongside then. Null when there is none.
   */
  async revoke(
    siteIds: readonly string[],
    id: string,
    alongside?: Alongside<ApiKey>,
  ): Promise<ApiKey | null> {
    if (!isId('key', id) || siteIds.length === 0) return null;
    const row = await this.dataSource.transaction(async (transaction) => {
      const [found] = await runInTransaction<RevokedRow>(transaction, REVOKE, [[...siteIds], id]);
      if (found?.was_live) await alongside?.(rows.read(found), transaction);
      return found;
    });
    if (!row) return null;
    this.recent.forget(row.secret_hash);
    return rows.read(row);
  }

  private async read(prefix: string, hash: string): Promise<ApiKey | null> {
    const [row] = await runStatement<SecretRow>(this.dataSource, LIVE_BY_PREFIX, [prefix]);
    if (!row || !isSameHash(row.secret_hash, hash)) return null;
    const key = rows.read(row);
    if (row.is_touch_due) this.touch(key);
    return key;
  }

  private touch({ siteId, id }: ApiKey): void {
    // Nobody waits for it, and when it fails the next use of the key tries again.
    runStatement(this.dataSource, TOUCH, [siteId, id]).catch(() => undefined);
  }
}
