import type { DataSource } from 'typeorm';
import { createDataSource } from '../postgres/data-source';
import { SitesService } from '../sites/sites.service';
import { countStatements } from '../testing/count-statements';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { newId } from '../typed-id';
import { Visitor } from './visitor.entity';
import { VisitorsService } from './visitors.service';

const START_MS = Date.parse('2026-11-25T10:00:00Z');
const at = (seconds: number): Date => new Date(START_MS + seconds * 1_000);

let database: TestDatabase;
let dataSource: DataSource;
let visitors: VisitorsService;
let siteId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
  visitors = new VisitorsService(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(async () => {
  siteId = (await new SitesService(dataSource).create({ name: 'Acme' })).id;
});

async function addVisitors(count: number, lastSeenAt: Date | null): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId('visitor'));
  const rows = ids.map((id) => ({ id, siteId, isBot: false, visitCount: 1, firstSeenAt: at(0), lastSeenAt }));
  await dataSource.getRepository(Visitor).insert(rows);
  return ids;
}

async function addVisitor(lastSeenAt: Date | null): Promise<string> {
  const [id = ''] = await addVisitors(1, lastSeenAt);
  return id;
}

async function lastSeenOf(id: string): Promise<Date | null | undefined> {
  return (await visitors.findById([siteId], id))?.lastSeenAt;
}

it('a time is stored to the millisecond, also for somebody never seen', async () => {
  const id = await addVisitor(null);

  await visitors.updateLastSeenAt([{ siteId, visitorId: id, lastSeenAt: at(5.123) }]);

  expect(await lastSeenOf(id)).toEqual(at(5.123));
});

it('[P7] an earlier time changes nothing', async () => {
  const id = await addVisitor(at(5));

  await visitors.updateLastSeenAt([{ siteId, visitorId: id, lastSeenAt: at(1) }]);

  expect(await lastSeenOf(id)).toEqual(at(5));
});

it('of several times for one visitor the latest is stored', async () => {
  const id = await addVisitor(at(0));

  await visitors.updateLastSeenAt([2, 9, 4].map((s) => ({ siteId, visitorId: id, lastSeenAt: at(s) })));

  expect(await lastSeenOf(id)).toEqual(at(9));
});

it('[X-14] another site cannot touch a visitor, nor hide the right time of it', async () => {
  const id = await addVisitor(at(0));
  const stranger = await new SitesService(dataSource).create({ name: 'Stranger' });

  await visitors.updateLastSeenAt([
    { siteId: stranger.id, visitorId: id, lastSeenAt: at(99) },
    { siteId, visitorId: id, lastSeenAt: at(1) },
  ]);

  expect(await lastSeenOf(id)).toEqual(at(1));
});

it('absent and malformed visitors are skipped, the others are stored', async () => {
  const id = await addVisitor(at(0));

  const wanted = [newId('visitor'), 'not-an-id', id];
  await visitors.updateLastSeenAt(wanted.map((visitorId) => ({ siteId, visitorId, lastSeenAt: at(3) })));

  expect(await lastSeenOf(id)).toEqual(at(3));
});

it('five hundred visitors cost one statement, nobody costs none', async () => {
  const ids = await addVisitors(500, at(0));
  const entries = ids.map((visitorId) => ({ siteId, visitorId, lastSeenAt: at(1) }));

  expect(await countStatements(() => visitors.updateLastSeenAt(entries))).toBe(1);
  expect(await countStatements(() => visitors.updateLastSeenAt([]))).toBe(0);
});

it('[O-07] two nodes that write overlapping batches in opposite order lose nothing', async () => {
  const ids = await addVisitors(500, at(0));
  const otherNode = await createDataSource(database.url).initialize();
  const otherVisitors = new VisitorsService(otherNode);
  const batch = (second: number): { siteId: string; visitorId: string; lastSeenAt: Date }[] =>
    ids.map((visitorId) => ({ siteId, visitorId, lastSeenAt: at(second) }));

  for (let round = 1; round <= 100; round++) {
    await Promise.all([
      visitors.updateLastSeenAt(batch(2 * round)),
      otherVisitors.updateLastSeenAt(batch(2 * round + 1).reverse()),
    ]);
  }

  const stored = await visitors.getMany([siteId], ids);
  expect(stored.filter((visitor) => visitor?.lastSeenAt?.getTime() !== at(201).getTime())).toEqual([]);
  await otherNode.destroy();
});

it('[O-07] a deadlock with a stranger is tried again until the time is stored', async () => {
  const [low = '', high = ''] = (await addVisitors(2, at(0))).sort();
  const stranger = dataSource.createQueryRunner();
  await stranger.startTransaction();
  // Makes the server choose our statement, not the stranger's, as the one to give up.
  await stranger.query(`SET LOCAL deadlock_timeout = '1h'`);
  await stranger.query('SELECT 1 FROM visitors WHERE id = $1 FOR UPDATE', [high]);

  const storing = visitors.updateLastSeenAt(
    [low, high].map((id) => ({ siteId, visitorId: id, lastSeenAt: at(1) })),
  );
  await untilSomebodyWaits();
  await stranger.query('SELECT 1 FROM visitors WHERE id = $1 FOR UPDATE', [low]);
  await stranger.commitTransaction();
  await stranger.release();
  await storing;

  expect(await Promise.all([lastSeenOf(low), lastSeenOf(high)])).toEqual([at(1), at(1)]);
});

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await dataSource.query<unknown[]>(
      `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    );
    if (waiting.length > 0) return;
  }
}
