import { typeid } from 'typeid-js';
import type { DataSource, EntityManager } from 'typeorm';
import { RowMapper } from '../postgres/row-mapper';
import { runInTransaction, runStatement } from '../postgres/statement';
import type { AuditAction } from './audit-action';
import { AuditEntry } from './audit-entry.entity';

/** Who did it, as they were called then. */
export interface AuditActor {
  readonly id: string;
  readonly name: string;
}

export interface NewAuditEntry {
  readonly siteId: string;
  readonly actor: AuditActor;
  readonly action: AuditAction;
  /** Ids of visitors, never what they are called; names of settings, never secrets. */
  readonly subject?: string | null;
}

const rows = new RowMapper(AuditEntry);
const RECORD = {
  name: 'record_audit_entry',
  text: `INSERT INTO audit_entries (id, site_id, actor_id, actor_name, action, subject)
         VALUES ($1, $2, $3, $4, $5, $6)`,
};
const PLACE = {
  name: 'place_of_audit_entry',
  text: 'SELECT 1 FROM audit_entries e WHERE e.site_id = $1 AND e.id = $2',
};
const NEWEST = {
  name: 'newest_audit_entries',
  text: `SELECT ${rows.list('e')} FROM audit_entries e WHERE e.site_id = $1
         ORDER BY e.at DESC, e.id DESC LIMIT $2`,
};
const OLDER = {
  name: 'older_audit_entries',
  text: `SELECT ${rows.list('e')} FROM audit_entries e WHERE e.site_id = $1 AND (e.at, e.id) < (
           SELECT o.at, o.id FROM audit_entries o WHERE o.site_id = $1 AND o.id = $3)
         ORDER BY e.at DESC, e.id DESC LIMIT $2`,
};

/** What was done to sites and their visitors, and by whom. Entries are added and read, never changed. */
export class AuditLog {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Stores an entry: with the transaction of the act when one is given, so that both happen or neither does; else before this
   * resolves. Rejects when it cannot be stored, and then the act must not happen.
   */
  async record(
    { siteId, actor, action, subject }: NewAuditEntry,
    transaction?: EntityManager,
  ): Promise<void> {
    const values = [typeid('audit').toString(), siteId, actor.id, actor.name, action, subject ?? null];
    if (transaction) await runInTransaction(transaction, RECORD, values);
    else await runStatement(this.dataSource, RECORD, values);
  }

  /** Entries of the site, newest first, from behind the named one; null when the site has no such entry. */
  async list(siteId: string, first: number, after: string | null): Promise<AuditEntry[] | null> {
    if (after !== null && (await runStatement(this.dataSource, PLACE, [siteId, after])).length === 0)
      return null;
    const statement = after === null ? NEWEST : OLDER;
    const values = after === null ? [siteId, first] : [siteId, first, after];
    return (await runStatement(this.dataSource, statement, values)).map((row) => rows.read(row));
  }
}
