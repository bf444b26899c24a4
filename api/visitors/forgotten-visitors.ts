import type { DataSource } from 'typeorm';
import type { Alongside } from '../postgres/alongside';
import { runInTransaction, runStatement } from '../postgres/statement';
import { isId } from '../typed-id';

interface ErasedVisitor {
  readonly visitorId: string;
  readonly externalId: string | null;
  readonly isVerified: boolean;
}

export interface Erasure {
  readonly siteId: string;
  readonly visitorId: string;
  /** What stands for a person among those who may not come back; left out when they may. */
  readonly personHash?: (externalId: string, isVerified: boolean) => string;
  /** Erases nobody but the visitor, and only if they were not seen since then. */
  readonly unseenSince?: Date;
  /** Called with the ids erased, if any are. */
  readonly alongside?: Alongside<readonly string[]>;
}

export interface ForgottenVisitor {
  readonly siteId: string;
  readonly visitorId: string;
  /** Whether presence has let go of them as well. */
  readonly hasLeftPresence: boolean;
}

const MOST_AT_ONCE = 1_000;

// Whoever is proved to be somebody is also whoever merely claimed to be them; the other way round it may be a liar.
const THEIRS = {
  text: `SELECT v.id AS "visitorId", v.external_id AS "externalId", v.is_verified AS "isVerified" FROM visitors v
         WHERE v.site_id = $1 AND (v.id = $2 OR (NOT v.is_verified AND v.external_id = (
           SELECT k.external_id FROM visitors k WHERE k.site_id = $1 AND k.id = $2 AND k.is_verified)))
         ORDER BY v.id FOR UPDATE OF v`,
};
// Written as its index is; somebody may have been stored without ever being seen.
const IS_UNSEEN = `coalesce(v.last_seen_at, '-infinity') < $2 AND v.first_seen_at < $2`;
const STILL_UNSEEN = {
  text: `SELECT v.id AS "visitorId", v.external_id AS "externalId", v.is_verified AS "isVerified" FROM visitors v
         WHERE v.site_id = $1 AND ${IS_UNSEEN} AND v.id = $3 FOR UPDATE OF v`,
};
const NOTE = {
  text: `INSERT INTO forgotten_visitors (site_id, visitor_id, forgotten_at) SELECT $1, id, now() FROM unnest($2::text[]) AS id
         ON CONFLICT DO NOTHING`,
};
const SUPPRESS = {
  text: `INSERT INTO suppressed_people (site_id, person_hash, since) SELECT $1, hash, now() FROM unnest($2::text[]) AS hash
         ON CONFLICT DO NOTHING`,
};
const DELETE = { text: 'DELETE FROM visitors v WHERE v.site_id = $1 AND v.id = ANY($2::text[])' };
const LEFT_PRESENCE = {
  name: 'forgotten_left_presence',
  text: `UPDATE forgotten_visitors f SET left_presence_at = now() FROM unnest($2::text[]) AS e(visitor_id)
         WHERE f.site_id = $1 AND f.visitor_id = e.visitor_id`,
};
const LATELY = {
  name: 'forgotten_lately',
  text: `SELECT f.site_id AS "siteId", f.visitor_id AS "visitorId", f.left_presence_at IS NOT NULL AS "hasLeftPresence"
         FROM forgotten_visitors f
         WHERE f.site_id = ANY($1::text[]) AND (f.left_presence_at IS NULL OR f.forgotten_at > now() - $2 * interval '1 ms')
         ORDER BY f.left_presence_at IS NOT NULL, f.forgotten_at DESC LIMIT ${MOST_AT_ONCE}`,
};
const IS_NOTED = {
  text: `SELECT f.left_presence_at IS NOT NULL AS "hasLeftPresence" FROM forgotten_visitors f
         WHERE f.site_id = ANY($1::text[]) AND f.visitor_id = $2`,
};
const REFUSED = {
  name: 'visitors_refused',
  acrossSites: 'every node has to know whom it may not let in',
  text: `SELECT f.visitor_id AS "visitorId", f.forgotten_at AS "forgottenAt" FROM forgotten_visitors f
         WHERE f.forgotten_at > now() - $1 * interval '1 ms'`,
};
const DROP = {
  text: 'DELETE FROM forgotten_visitors f WHERE f.site_id = $1 AND f.visitor_id = ANY($2::text[])',
};
// Until its last token has expired, an id has to be known as one that may not come back.
const DROP_OLD = {
  text: `DELETE FROM forgotten_visitors f WHERE f.site_id = $1 AND f.left_presence_at IS NOT NULL
           AND f.forgotten_at < now() - $2 * interval '1 ms'`,
};
const UNSEEN = {
  text: `SELECT v.id FROM visitors v WHERE v.site_id = $1 AND ${IS_UNSEEN}
         ORDER BY coalesce(v.last_seen_at, '-infinity'), v.id LIMIT $3`,
};

/** Erasing visitors from PostgreSQL, and remembering that they were, without a word about who they were. */
export class ForgottenVisitors {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Erases a visitor; with somebody verified also those who merely claimed to be them. Resolves to the ids erased, in one
   * transaction with the note that they may not come back; none when there is no such visitor.
   */
  async erase({ siteId, visitorId, personHash, unseenSince, alongside }: Erasure): Promise<string[]> {
    if (!isId('visitor', visitorId)) return [];
    return this.dataSource.transaction(async (transaction) => {
      const theirs = unseenSince
        ? await runInTransaction<ErasedVisitor>(transaction, STILL_UNSEEN, [siteId, unseenSince, visitorId])
        : await runInTransaction<ErasedVisitor>(transaction, THEIRS, [siteId, visitorId]);
      const ids = theirs.map((erased) => erased.visitorId);
      if (ids.length === 0) return [];
      await runInTransaction(transaction, NOTE, [siteId, ids]);
      if (personHash) {
        const hashes = theirs.flatMap((erased) => hashesOf(erased, personHash));
        await runInTransaction(transaction, SUPPRESS, [siteId, [...new Set(hashes)]]);
      }
      await runInTransaction(transaction, DELETE, [siteId, ids]);
      await alongside?.(ids, transaction);
      return ids;
    });
  }

  /** What is noted of a visitor of one of the sites who was erased lately; null when nothing is. */
  async findNote(
    siteIds: readonly string[],
    visitorId: string,
  ): Promise<Pick<ForgottenVisitor, 'hasLeftPresence'> | null> {
    const values = [[...siteIds], visitorId];
    const [note] = await runStatement<{ hasLeftPresence: boolean }>(this.dataSource, IS_NOTED, values);
    return note ?? null;
  }

  /** Everybody, of all sites, who was erased within that time. */
  listRefused(withinMs: number): Promise<{ visitorId: string; forgottenAt: Date }[]> {
    return runStatement(this.dataSource, REFUSED, [withinMs]);
  }

  /** Those of the sites whom presence still has to let go of, and those erased within that time. At most a thousand. */
  lately(siteIds: readonly string[], withinMs: number): Promise<ForgottenVisitor[]> {
    return runStatement(this.dataSource, LATELY, [[...siteIds], withinMs]);
  }

  async noteLeftPresence(siteId: string, visitorIds: readonly string[]): Promise<void> {
    await runStatement(this.dataSource, LEFT_PRESENCE, [siteId, [...visitorIds]]);
  }

  /** Lets visitors come again, as somebody new, of whom presence has let go. */
  async dropNotesOf(siteId: string, visitorIds: readonly string[]): Promise<void> {
    await runStatement(this.dataSource, DROP, [siteId, [...visitorIds]]);
  }

  /** Drops the notes of visitors erased longer ago than that. */
  async dropNotes(siteId: string, olderThanMs: number): Promise<void> {
    await runStatement(this.dataSource, DROP_OLD, [siteId, olderThanMs]);
  }

  /** Some of the visitors not seen since, the longest unseen first. */
  async unseenSince(siteId: string, since: Date, limit: number): Promise<string[]> {
    const found = await runStatement<{ id: string }>(this.dataSource, UNSEEN, [siteId, since, limit]);
    return found.map(({ id }) => id);
  }
}

function hashesOf(
  { externalId, isVerified }: ErasedVisitor,
  personHash: NonNullable<Erasure['personHash']>,
): string[] {
  if (externalId === null) return [];
  const claimed = personHash(externalId, false);
  return isVerified ? [claimed, personHash(externalId, true)] : [claimed];
}
