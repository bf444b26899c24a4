import type { DataSource } from 'typeorm';
import { RowMapper } from '../postgres/row-mapper';
import { runStatement } from '../postgres/statement';
import { ROSTER_ORDERS, type RosterOrder } from './roster-order';
import type { Keyset, RosterFilter, RosterQuery } from './roster-query';
import { RosterSelect } from './roster-select';
import { VisitorSort } from './visitor-sort';
import { Visitor } from './visitor.entity';

export interface RosterRow {
  readonly visitor: Visitor;
  /** Pass it as `after`, with the same sort, to go on from this row. */
  readonly keyset: Keyset;
}

export interface RosterPage {
  readonly rows: readonly RosterRow[];
  /** Whether more rows follow in the direction asked for. */
  readonly hasMore: boolean;
}

export interface OlderVisitors {
  /** One more than was asked for when there are more. */
  readonly visitors: readonly Visitor[];
  /** Null when there are no others. */
  readonly newerAt: Date | null;
}

/** A stretch of the list with an order of its own, and a name that its keysets begin with when there are several. */
interface Part {
  readonly name: string | null;
  readonly order: RosterOrder;
  readonly select: () => RosterSelect;
}

const COUNT_CEILING = 10_000;
const NEWEST_ARRIVAL: RosterOrder = {
  keys: [
    { sql: 'o.since_ms', type: 'bigint' },
    { sql: 'v.id', type: 'text' },
  ],
  isDescending: true,
};
const rows = new RowMapper(Visitor);

/**
 * The visitors of one site, page by page. As long as nobody moves, the pages of a sort, put together, are the whole
 * list, each visitor once, in either direction.
 */
export class VisitorRoster {
  constructor(private readonly dataSource: DataSource) {}

  /** One page in list order, whatever the direction; at most two statements, both within the site. */
  async list(query: RosterQuery): Promise<RosterPage> {
    const isReversed = query.direction === 'backward';
    const wanted = query.limit + 1;
    const found: RosterRow[] = [];
    for (const { part, after } of partsToRead(query, isReversed)) {
      if (found.length < wanted)
        found.push(...(await this.read(part, after, isReversed, wanted - found.length)));
    }
    const page = found.slice(0, query.limit);
    return { rows: isReversed ? page.reverse() : page, hasMore: found.length > query.limit };
  }

  /**
   * A page of those last seen before an instant, the latest first, in no order of its own; also when the first of the
   * others was seen. One statement.
   */
  async listOlder(query: Omit<RosterQuery, 'sort'>, before: Date): Promise<OlderVisitors> {
    const order = ROSTER_ORDERS[VisitorSort.LAST_SEEN_DESC];
    const isReversed = query.direction === 'backward';
    const select = new RosterSelect({ ...query, lastSeenBefore: before });
    if (query.after) select.behind(query.after, order, isReversed);
    const text = select.rowsAndNewer(rows.list('v'), order, isReversed, query.limit + 1, before);
    const found = await runStatement<{ id: string | null; newer_at: Date | null }>(
      this.dataSource,
      { text },
      select.values,
    );
    return {
      visitors: found.filter(({ id }) => id !== null).map((row) => rows.read(row)),
      newerAt: found[0]?.newer_at ?? null,
    };
  }

  /** How many visitors there are, up to 10,000; one more than that means more. One statement. */
  async count(filter: RosterFilter): Promise<number> {
    const select = filtered(filter);
    const text = select.count(COUNT_CEILING + 1);
    const [row] = await runStatement<{ count: number }>(this.dataSource, { text }, select.values);
    return row?.count ?? 0;
  }

  private async read(
    { name, order, select }: Part,
    after: Keyset | undefined,
    isReversed: boolean,
    limit: number,
  ): Promise<RosterRow[]> {
    const query = select();
    if (after) query.behind(after, order, isReversed);
    const text = query.rows(rows.list('v'), order, isReversed, limit);
    const found = await runStatement<{ keyset: string[] }>(this.dataSource, { text }, query.values);
    const prefix = name === null ? [] : [name];
    return found.map((row) => ({ visitor: rows.read(row), keyset: [...prefix, ...row.keyset] }));
  }
}

function filtered(filter: RosterFilter): RosterSelect {
  const select = new RosterSelect(filter);
  if (filter.onlineFilter === undefined) return select;
  if (!filter.online) throw new Error('filtering by presence needs to know who is online');
  return filter.onlineFilter ? select.amongOnline(filter.online) : select.exceptOnline(filter.online);
}

function partsOf(query: RosterQuery): Part[] {
  const order = ROSTER_ORDERS[query.sort];
  if (query.sort !== VisitorSort.ONLINE_FIRST) return [{ name: null, order, select: () => filtered(query) }];
  const { online = [], onlineFilter } = query;
  if (onlineFilter !== undefined) filtered(query);
  const isOnline = {
    name: 'online',
    order: NEWEST_ARRIVAL,
    select: () => new RosterSelect(query).amongOnline(online),
  };
  const isNot = { name: 'rest', order, select: () => new RosterSelect(query).exceptOnline(online) };
  return [isOnline, isNot].filter(
    (part) => onlineFilter === undefined || (part === isOnline) === onlineFilter,
  );
}

/** The parts from the keyset on, in the order to read them; only the part of the keyset starts in its middle. */
function partsToRead(query: RosterQuery, isReversed: boolean): { part: Part; after?: Keyset }[] {
  const parts = isReversed ? partsOf(query).reverse() : partsOf(query);
  const { after } = query;
  if (!after) return parts.map((part) => ({ part }));
  if (parts.every(({ name }) => name === null)) return parts.map((part) => ({ part, after }));
  const start = parts.findIndex(({ name }) => name === after[0]);
  if (start < 0) throw new Error('the keyset was made for another list');
  return parts
    .slice(start)
    .map((part) => (part.name === after[0] ? { part, after: after.slice(1) } : { part }));
}
