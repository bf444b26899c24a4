import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { createDataSource } from './data-source';
import { migrate } from './migrate';

let database: TestDatabase;
let admin: DataSource;
const opened: DataSource[] = [];

/** A connection whose tables live in a schema of that name. */
async function openSchema(name: string): Promise<DataSource> {
  const url = `${database.url}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
  const dataSource = await createDataSource(url, { poolSize: 1 }).initialize();
  opened.push(dataSource);
  return dataSource;
}

async function tablesOf(schema: string): Promise<string[]> {
  const rows = await admin.query<{ tablename: string }[]>(
    'SELECT tablename FROM pg_tables WHERE schemaname = $1 ORDER BY tablename',
    [schema],
  );
  return rows.map((row) => row.tablename);
}

beforeAll(async () => {
  database = await createTestDatabase();
  admin = await createDataSource(database.url).initialize();
  for (const schema of ['three_nodes', 'again', 'down']) await admin.query(`CREATE SCHEMA ${schema}`);
});

afterAll(async () => {
  await Promise.all([admin, ...opened].map((dataSource) => dataSource.destroy()));
  await database.drop();
});

it('[O-13] three nodes that start together on an empty schema all find it migrated, once', async () => {
  const nodes = await Promise.all([1, 2, 3].map(() => openSchema('three_nodes')));

  await Promise.all(nodes.map(migrate));

  const names = await admin.query<{ name: string }[]>('SELECT name FROM three_nodes.migrations');
  expect(names).toEqual(admin.migrations.map(({ name }) => ({ name })));
  expect(names.length).toBeGreaterThan(1);
  expect(await tablesOf('three_nodes')).toContain('visitors');
});

it('[O-13] migrating again changes nothing and gives the connection back as it was', async () => {
  const dataSource = await openSchema('again');
  await migrate(dataSource);
  const before = await tablesOf('again');

  await migrate(dataSource);

  expect(await tablesOf('again')).toEqual(before);
  expect(await dataSource.query('SHOW statement_timeout')).toEqual([{ statement_timeout: '5s' }]);
  expect(await admin.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory'`)).toEqual([]);
});

it('every migration can be undone', async () => {
  const dataSource = await openSchema('down');
  await migrate(dataSource);

  for (const _ of dataSource.migrations) await dataSource.undoLastMigration();

  expect(await tablesOf('down')).toEqual(['migrations']);
});

it('[O-04] every instant is stored to the millisecond that JavaScript can hold', async () => {
  const others = await admin.query(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type LIKE 'timestamp%' AND datetime_precision <> 3`,
  );

  expect(others).toEqual([]);
});

it('the entities name the columns of the tables, no more and no fewer', async () => {
  for (const { tableName, columns } of admin.entityMetadatas) {
    const stored = await admin.query<{ column_name: string }[]>(
      `SELECT column_name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 ORDER BY column_name COLLATE "C"`,
      [tableName],
    );

    expect(columns.map((column) => column.databaseName).sort()).toEqual(stored.map((row) => row.column_name));
  }
});
