import type { DataSource } from 'typeorm';
import { createDataSource } from '../postgres/data-source';
import { SitesService } from '../sites/sites.service';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { ROSTER_ORDERS } from './roster-order';
import { RosterSelect } from './roster-select';
import { VisitorSort } from './visitor-sort';

let database: TestDatabase;
let dataSource: DataSource;
let siteId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
  siteId = (await new SitesService(dataSource).create({ name: 'Acme' })).id;
  await dataSource.query(
    `INSERT INTO visitors (id, site_id, display_name, first_seen_at, last_seen_at)
     SELECT 'visitor_' || lpad(i::text, 26, '0'), $1, 'v' || i, now(), now() - i * interval '1 s'
     FROM generate_series(1, 5000) i`,
    [siteId],
  );
  await dataSource.query('ANALYZE visitors');
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function planOf(sort: VisitorSort, isReversed: boolean): Promise<string> {
  const order = ROSTER_ORDERS[sort];
  const [first] = await rowsFrom(new RosterSelect({ siteId, includeBots: true }), sort, isReversed);
  const select = new RosterSelect({ siteId, includeBots: true }).behind(
    first?.keyset ?? [],
    order,
    isReversed,
  );
  const text = select.rows('v.id', order, isReversed, 10);
  const lines = await dataSource.query<Record<string, string>[]>(`EXPLAIN ${text}`, select.values);
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

function rowsFrom(
  select: RosterSelect,
  sort: VisitorSort,
  isReversed: boolean,
): Promise<{ keyset: string[] }[]> {
  const text = select.rows('v.id', ROSTER_ORDERS[sort], isReversed, 1);
  return dataSource.query(text, select.values);
}

it.each(
  Object.values(VisitorSort).flatMap((sort) => [false, true].map((isReversed) => ({ sort, isReversed }))),
)(
  'a page by $sort, reversed: $isReversed, is read off an index, from the keyset on, without sorting',
  async ({ sort, isReversed }) => {
    const plan = await planOf(sort, isReversed);

    expect(plan).toMatch(/Index (Only )?Scan/);
    expect(plan).toMatch(/Index Cond: .*ROW\(/);
    expect(plan).not.toContain('Sort');
  },
);
