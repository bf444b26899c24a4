import type { DataSource } from 'typeorm';
import type { Alongside } from '../postgres/alongside';
import { MicroBatch } from '../postgres/micro-batch';
import { RowMapper } from '../postgres/row-mapper';
import { runInTransaction, runStatement, type Statement } from '../postgres/statement';
import { storableText } from '../scalars/storable-text';
import { isId, newId } from '../typed-id';
import { BECOME_KNOWN, SEE_OR_ADD, sightingValues } from './identify-statements';
import { SightingBatch } from './sighting-batch';
import type { SeenVisitor } from './seen-visitor';
import type { Sighting } from './sighting';
import { VisitorForgottenError } from './visitor-forgotten-error';
import { Visitor } from './visitor.entity';

export interface LastSeen {
  readonly siteId: string;
  readonly visitorId: string;
  readonly lastSeenAt: Date;
  /** Pages of the visit that ended then, as JSON of PackedPages; left out when the visit goes on. */
  readonly recentPages?: string;
}

/** What agents may say about a visitor; undefined stays as it is. */
export type Profile = Partial<Pick<Visitor, 'displayName' | 'email' | 'traits'>>;

interface WrittenVisitor extends SeenVisitor {
  readonly isNew: boolean;
}

const PROFILE_FIELDS = ['displayName', 'email', 'traits'] as const;
const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';
const TRIES = 4;
const MOST_PER_STATEMENT = 500;

const rows = new RowMapper(Visitor);
const MANY = {
  name: 'visitors_of_sites',
  text: `SELECT ${rows.list('v')} FROM visitors v WHERE v.site_id = ANY($1::text[]) AND v.id = ANY($2::text[])`,
};
const IS_FORGOTTEN = {
  name: 'is_forgotten',
  text: `SELECT 1 FROM forgotten_visitors f WHERE f.site_id = $1 AND f.visitor_id = $2
         UNION ALL SELECT 1 FROM suppressed_people s WHERE s.site_id = $1 AND s.person_hash = $3 LIMIT 1`,
};
const TAKE_BACK = { text: 'DELETE FROM visitors v WHERE v.site_id = $1 AND v.id = $2' };
const EDITED = {
  display_name: `CASE WHEN 'displayName' = ANY($3::text[]) THEN $4 ELSE v.display_name END`,
  email: `CASE WHEN 'email' = ANY($3::text[]) THEN $5 ELSE v.email END`,
  traits: `CASE WHEN 'traits' = ANY($3::text[]) THEN $6::jsonb ELSE v.traits END`,
};
const UPDATE_PROFILE = {
  name: 'update_profile',
  text: `UPDATE visitors v SET display_name = ${EDITED.display_name}, email = ${EDITED.email}, traits = ${EDITED.traits},
           profile_changed_at = now()
         WHERE v.site_id = ANY($1::text[]) AND v.id = $2 AND (v.display_name, v.email, v.traits)
           IS DISTINCT FROM (${EDITED.display_name}, ${EDITED.email}, ${EDITED.traits}) RETURNING ${rows.list('v')}`,
};
const BY_EXTERNAL_ID = {
  name: 'visitor_by_external_id',
  text: `SELECT ${rows.list('v')} FROM visitors v WHERE v.site_id = $1 AND v.external_id = $2
         ORDER BY v.is_verified DESC LIMIT 1`,
};
// Rows are locked in the order of their ids before any is written: overlapping batches of several nodes then wait
// for each other in turn. A join alone promises no order.
const SEEN_UNTIL = {
  name: 'visitors_seen_until',
  text: `WITH due AS (
           SELECT v.site_id, v.id, e.seen_at, e.pages::jsonb AS pages
           FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[]) AS e(site_id, id, seen_at, pages)
           JOIN visitors v ON v.site_id = e.site_id AND v.id = e.id
           ORDER BY v.id FOR NO KEY UPDATE OF v)
         UPDATE visitors v
         SET last_seen_at = greatest(v.last_seen_at, due.seen_at), recent_pages = coalesce(due.pages, v.recent_pages)
         FROM due WHERE v.site_id = due.site_id AND v.id = due.id AND (v.last_seen_at IS NULL OR v.last_seen_at < due.seen_at
           OR (v.last_seen_at = due.seen_at AND due.pages IS NOT NULL))`,
};

function isAtLeastAsNew(known: LastSeen, entry: LastSeen): boolean {
  const difference = known.lastSeenAt.getTime() - entry.lastSeenAt.getTime();
  return (
    difference > 0 ||
    (difference === 0 && (known.recentPages !== undefined || entry.recentPages === undefined))
  );
}

function hasCode(error: unknown, code: string): boolean {
  return (error as { code?: unknown } | null)?.code === code;
}

/** Who the visitors are. Every method names the site or sites it may look at. */
export class VisitorsService {
  private readonly sightings: SightingBatch;
  private readonly lastSeen: MicroBatch<LastSeen, void>;

  constructor(private readonly dataSource: DataSource) {
    this.sightings = new SightingBatch(dataSource);
    this.lastSeen = new MicroBatch(async (entries) => {
      await this.updateLastSeenAt(entries);
      return entries.map(() => undefined);
    }, MOST_PER_STATEMENT);
  }

  /**
   * Stores that a visitor was seen, and answers with the visitor it was: the one with the external id, verified or
   * not as the sighting is; else the one this browser was; else a new one. An anonymous visitor becomes the known one, keeping the id, when nobody has the
   * external id yet. Two people are never taken for one because of an e-mail. One statement; one more for somebody known whom
   * nobody has seen before, and when the given id is gone. Rejects when the site is gone, and with VisitorForgottenError.
   */
  async identify(sighting: Sighting): Promise<SeenVisitor> {
    const { externalId } = sighting;
    const visitorId =
      sighting.visitorId !== null && isId('visitor', sighting.visitorId) ? sighting.visitorId : null;
    if (externalId !== null) {
      const { isVerified = false, personHash = null } = sighting;
      const person = [visitorId, storableText(externalId), isVerified, personHash];
      return this.identifyKnown([...sightingValues(sighting), ...person], { ...sighting, visitorId });
    }
    const again = await this.sightings.add({ ...sighting, visitorId });
    if (again) return again;
    await this.requireNotForgotten({ ...sighting, visitorId });
    const seen = await this.sightings.add({ ...sighting, visitorId: null });
    if (!seen) throw new Error('a visitor without any id was neither found nor added');
    return seen;
  }

  /**
   * Stores until when visitors were seen, in one statement. Never lowers a stored time, skips unknown visitors, and
   * gets along with other nodes that write the same ones; a deadlock with anything else is tried again.
   */
  async updateLastSeenAt(entries: readonly LastSeen[]): Promise<void> {
    const latest = new Map<string, LastSeen>();
    for (const entry of entries.filter(({ visitorId }) => isId('visitor', visitorId))) {
      const key = `${entry.siteId} ${entry.visitorId}`;
      const known = latest.get(key);
      if (!known || !isAtLeastAsNew(known, entry)) latest.set(key, entry);
    }
    if (latest.size === 0) return;
    const batch = [...latest.values()];
    const columns = [
      batch.map((e) => e.siteId),
      batch.map((e) => e.visitorId),
      batch.map((e) => e.lastSeenAt),
      batch.map((e) => e.recentPages || null),
    ];
    await this.retryDeadlocks(() => runStatement(this.dataSource, SEEN_UNTIL, columns));
  }

  /** As {@link updateLastSeenAt} for one, in one statement with all that wait. Committed when this resolves. */
  seenUntil(entry: LastSeen): Promise<void> {
    return this.lastSeen.add(entry);
  }

  /** A visitor of one of the sites, or null; a malformed id costs no query. */
  async findById(siteIds: readonly string[], id: string): Promise<Visitor | null> {
    return (await this.getMany(siteIds, [id]))[0] ?? null;
  }

  /** One answer for each id, in their order; null for ids that are malformed, absent or of another site. */
  async getMany(siteIds: readonly string[], ids: readonly string[]): Promise<(Visitor | null)[]> {
    const wanted = [...new Set(ids)].filter((id) => isId('visitor', id));
    if (wanted.length === 0 || siteIds.length === 0) return ids.map(() => null);
    const found = await runStatement(this.dataSource, MANY, [[...siteIds], wanted]);
    const byId = new Map(found.map((row) => rows.read(row)).map((visitor) => [visitor.id, visitor]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  /**
   * Changes what is given of a visitor's profile; null clears. Answers with the visitor as it is then, and whether that made a
   * difference: only then `alongside` is called. Null when absent or of another site.
   */
  async updateProfile(
    siteIds: readonly string[],
    id: string,
    profile: Profile,
    alongside?: Alongside<Visitor>,
  ): Promise<{ visitor: Visitor; isChanged: boolean } | null> {
    if (!isId('visitor', id) || siteIds.length === 0) return null;
    const told = PROFILE_FIELDS.filter((field) => profile[field] !== undefined);
    const { displayName = null, email = null, traits = null } = profile;
    const values = [[...siteIds], id, told, displayName, email, traits && JSON.stringify(traits)];
    return this.dataSource.transaction(async (transaction) => {
      const [row] = await runInTransaction(transaction, UPDATE_PROFILE, values);
      if (!row) {
        const [same] = await runInTransaction(transaction, MANY, [[...siteIds], [id]]);
        return same ? { visitor: rows.read(same), isChanged: false } : null;
      }
      const visitor = rows.read(row);
      await alongside?.(visitor, transaction);
      return { visitor, isChanged: true };
    });
  }

  /** The visitor whom the site calls by that id, the verified one if there is one; or null. */
  async findByExternalId(siteId: string, externalId: string): Promise<Visitor | null> {
    if (!isId('site', siteId)) return null;
    const [row] = await runStatement(this.dataSource, BY_EXTERNAL_ID, [siteId, storableText(externalId)]);
    return row ? rows.read(row) : null;
  }

  private async identifyKnown(values: readonly unknown[], sighting: Sighting): Promise<SeenVisitor> {
    for (let i = 0; i < TRIES; i++) {
      const seen =
        (await this.write(SEE_OR_ADD, [...values, newId('visitor')])) ?? (await this.becomeKnown(values));
      // Also who came while they were being erased: the statement may have begun before.
      if (!seen || seen.isNew) await this.requireNotForgotten(sighting, seen);
      if (seen) return seen;
    }
    throw new Error('a visitor kept changing while it was identified');
  }

  /** Null when somebody else got the external id, or the visitor another one, a moment before. */
  private async becomeKnown(values: readonly unknown[]): Promise<WrittenVisitor | null> {
    try {
      return await this.write(BECOME_KNOWN, values);
    } catch (error) {
      if (hasCode(error, UNIQUE_VIOLATION)) return null;
      throw error;
    }
  }

  private async requireNotForgotten(sighting: Sighting, made: SeenVisitor | null = null): Promise<void> {
    const { siteId, visitorId, personHash = null } = sighting;
    const found = await runStatement(this.dataSource, IS_FORGOTTEN, [siteId, visitorId, personHash]);
    if (found.length === 0) return;
    if (made) await runStatement(this.dataSource, TAKE_BACK, [siteId, made.visitor.id]);
    throw new VisitorForgottenError();
  }

  private async write(statement: Statement, values: readonly unknown[]): Promise<WrittenVisitor | null> {
    const [row] = await runStatement<{ is_profile_changed: boolean | null; is_new: boolean }>(
      this.dataSource,
      statement,
      values,
    );
    if (!row) return null;
    return {
      visitor: rows.read(row),
      isProfileChanged: row.is_profile_changed === true,
      isNew: row.is_new,
    };
  }

  private async retryDeadlocks(run: () => Promise<unknown>): Promise<void> {
    for (let triesLeft = TRIES; triesLeft > 0; triesLeft--) {
      try {
        await run();
        return;
      } catch (error) {
        if (!hasCode(error, DEADLOCK) || triesLeft === 1) throw error;
      }
    }
  }
}
