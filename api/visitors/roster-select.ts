import { storableText } from '../scalars/storable-text';
import { LAST_SEEN, type RosterOrder } from './roster-order';
import type { Keyset, RosterFilter } from './roster-query';

// Shorter ends of an id would turn up strangers.
const MIN_ID_END = 4;

/** Builds one SELECT over the visitors of one site, `v`; there is no way to make one without the site. */
export class RosterSelect {
  readonly values: unknown[] = [];
  private readonly conditions: string[] = [];
  private from = 'visitors v';
  private readonly siteId: string;

  constructor(filter: RosterFilter) {
    this.siteId = filter.siteId;
    this.conditions.push(`v.site_id = ${this.value(filter.siteId, 'text')}`);
    if (!filter.includeBots) this.conditions.push('NOT v.is_bot');
    if (filter.isIdentified !== undefined) {
      this.conditions.push(`v.external_id IS ${filter.isIdentified ? 'NOT NULL' : 'NULL'}`);
    }
    if (filter.isVerified !== undefined) {
      this.conditions.push(`${filter.isVerified ? '' : 'NOT '}v.is_verified`);
    }
    this.lastSeen('>', filter.lastSeenAfter);
    this.lastSeen('<', filter.lastSeenBefore);
    for (const { key, value } of filter.traits ?? []) {
      const name = this.value(storableText(key), 'text');
      this.conditions.push(`v.traits ->> ${name} = ${this.value(storableText(value), 'text')}`);
    }
    this.search(storableText(filter.search ?? '').trim());
  }

  /** Only those online, with `o.since_ms` to order by. */
  amongOnline(online: NonNullable<RosterFilter['online']>): this {
    const ids = this.value(
      online.map(({ visitorId }) => visitorId),
      'text[]',
    );
    const since = this.value(
      online.map(({ sinceMs }) => sinceMs),
      'bigint[]',
    );
    this.from = `unnest(${ids}, ${since}) AS o(id, since_ms) JOIN visitors v ON v.id = o.id`;
    return this;
  }

  /** Only those not online. */
  exceptOnline(online: NonNullable<RosterFilter['online']>): this {
    if (online.length === 0) return this;
    const ids = this.value(
      online.map(({ visitorId }) => visitorId),
      'text[]',
    );
    this.conditions.push(`v.id <> ALL(${ids})`);
    return this;
  }

  /** Only those behind the keyset, in the order or against it. */
  behind(keyset: Keyset, { keys, isDescending }: RosterOrder, isReversed: boolean): this {
    if (keyset.length !== keys.length) throw new Error('the keyset was made for another order');
    const place = keys.map(({ type }, i) => this.value(keyset[i], type)).join(', ');
    const row = keys.map(({ sql }) => sql).join(', ');
    this.conditions.push(`(${row}) ${isDescending !== isReversed ? '<' : '>'} (${place})`);
    return this;
  }

  /** Rows in the order or against it, each with its keyset as the text array `keyset`. */
  rows(columns: string, { keys, isDescending }: RosterOrder, isReversed: boolean, limit: number): string {
    const keyset = keys.map(({ sql }) => `(${sql})::text`).join(', ');
    const order = keys.map(({ sql }) => `${sql} ${isDescending !== isReversed ? 'DESC' : 'ASC'}`).join(', ');
    return `SELECT ${columns}, ARRAY[${keyset}] AS keyset ${this.body()}
            ORDER BY ${order} LIMIT ${this.value(limit, 'bigint')}`;
  }

  /** As {@link rows}, unordered, with `newer_at` in every row: the first last-seen at or after the instant. At least one row. */
  rowsAndNewer(columns: string, order: RosterOrder, isReversed: boolean, limit: number, at: Date): string {
    const page = this.rows(columns, order, isReversed, limit);
    const newer = `SELECT min(${LAST_SEEN.sql}) AS newer_at FROM visitors v
      WHERE v.site_id = ${this.value(this.siteId, 'text')} AND ${LAST_SEEN.sql} >= ${this.value(at, LAST_SEEN.type)}`;
    return `SELECT v.*, n.newer_at FROM (${newer}) n LEFT JOIN (${page}) v ON true`;
  }

  /** One row with `count`, which stops counting at the limit. */
  count(limit: number): string {
    return `SELECT count(*)::int AS count FROM (SELECT 1 ${this.body()} LIMIT ${this.value(limit, 'bigint')}) c`;
  }

  private body(): string {
    return `FROM ${this.from} WHERE ${this.conditions.join(' AND ')}`;
  }

  private lastSeen(operator: '<' | '>', at: Date | undefined): void {
    if (at) this.conditions.push(`${LAST_SEEN.sql} ${operator} ${this.value(at, LAST_SEEN.type)}`);
  }

  private search(term: string): void {
    if (term === '') return;
    const literal = term.replace(/[\\%_]/g, '\\$&');
    const part = this.value(`%${literal}%`, 'text');
    const matches = ['display_name', 'email', 'external_id'].map((column) => `v.${column} ILIKE ${part}`);
    if (term.length >= MIN_ID_END)
      matches.push(`v.id LIKE ${this.value(`%${literal.toLowerCase()}`, 'text')}`);
    this.conditions.push(`(${matches.join(' OR ')})`);
  }

  private value(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
