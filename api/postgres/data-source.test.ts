import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { createDataSource } from './data-source';
import { runStatement } from './statement';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url, { poolSize: 2 }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('connections name us and bound every statement', async () => {
  expect(await dataSource.query('SHOW application_name')).toEqual([{ application_name: 'porchlight' }]);
  expect(await dataSource.query('SHOW statement_timeout')).toEqual([{ statement_timeout: '5s' }]);
});

it('[O-02] a full pool fails instead of hanging, and recovers', async () => {
  const runners = [dataSource.createQueryRunner(), dataSource.createQueryRunner()];
  await Promise.all(runners.map((runner) => runner.connect()));

  await expect(runStatement(dataSource, { text: 'SELECT 1' }, [])).rejects.toThrow('timeout');
  await Promise.all(runners.map((runner) => runner.release()));

  expect(await runStatement(dataSource, { text: 'SELECT 1 AS one' }, [])).toEqual([{ one: 1 }]);
});

it('[O-14] connections that the server ends are replaced', async () => {
  const admin = await createDataSource(database.url, { poolSize: 1 }).initialize();

  await admin.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
  );

  // The pool holds two connections, so at most two statements can meet a dead one.
  for (let i = 0; i < 2; i++) await dataSource.query('SELECT 1').catch(() => undefined);
  expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await admin.destroy();
});

it('[O-01] an undefined condition is an error, not every row', async () => {
  await expect(dataSource.getRepository('Visitor').findOneBy({ siteId: undefined })).rejects.toThrow();
});
