import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { createTestDatabase } from '../testing/test-database';
import { createDataSource } from './data-source';
import { siteProblem } from './site-condition';
import { SITE_TABLES } from './site-tables';
import { runInTransaction, runStatement } from './statement';

const API = join(__dirname, '..');
const SOURCES = readdirSync(API, { recursive: true, encoding: 'utf8' }).filter(
  (name) =>
    /\.ts$/.test(name) && !/\.test\.ts$|^(testing|faults|soak|bench|postgres\/migrations)\//.test(name),
);
const textOf = (name: string) => readFileSync(join(API, name), 'utf8');
const filesWith = (pattern: RegExp) => SOURCES.filter((name) => pattern.test(textOf(name))).sort();

describe('a statement about rows of a site', () => {
  it.each([
    'SELECT 1 FROM visitors v WHERE v.site_id = $1',
    'DELETE FROM visitors WHERE site_id = $1 AND id = $2',
    'SELECT 1 FROM agents a WHERE a.id = $1',
    'SELECT 1 FROM unnest($2) AS o(id) JOIN visitors v ON v.id = o.id WHERE v.site_id = ANY($1)',
    'INSERT INTO visitors AS v (site_id, id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    'UPDATE api_keys k SET revoked_at = now() WHERE k.site_id = $1 AND k.id = $2',
  ])('[X-14] passes when it names the site: %s', (sql) => {
    expect(siteProblem(sql)).toBeNull();
  });

  it.each([
    'SELECT 1 FROM visitors',
    'SELECT 1 FROM visitors v WHERE v.id = $1',
    'select 1 from "visitors" where id = $1',
    'SELECT 1 FROM visitors v WHERE v.site_id = v.site_id',
    'SELECT 1 FROM visitors v WHERE v.site_id = $1 AND EXISTS (SELECT 1 FROM visitors o WHERE o.id = v.id)',
    'SELECT 1 FROM sites s JOIN api_keys k ON k.prefix = $2 WHERE s.site_id = $1',
    'INSERT INTO visitors (id) SELECT id FROM sites',
    'UPDATE api_keys SET revoked_at = now() WHERE id = $1',
    'DELETE FROM site_agents m USING agents a WHERE m.agent_id = a.id',
  ])('[X-14] is refused when it does not: %s', (sql) => {
    expect(siteProblem(sql)).toMatch(/^The statement reads or writes \w+ without naming the site/);
  });

  it('[X-14] [O-01] never reaches PostgreSQL without a site, whichever way it is run', async () => {
    const text = 'SELECT 1 FROM visitors v WHERE v.id = $1';
    const database = await createTestDatabase();
    const dataSource = await createDataSource(database.url).initialize();

    await expect(runStatement(dataSource, { text }, ['x'])).rejects.toThrow('without naming the site');
    await expect(
      dataSource.transaction((transaction) => runInTransaction(transaction, { text }, ['x'])),
    ).rejects.toThrow('without naming the site');
    await expect(
      runStatement(dataSource, { text, acrossSites: 'because this test says so' }, ['x']),
    ).resolves.toEqual([]);

    await dataSource.destroy();
    await database.drop();
  });
});

describe('the doors to PostgreSQL', () => {
  it('[X-14] every table with a site_id is one of those held to a site', async () => {
    const database = await createTestDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();

    const { rows } = await client.query<{ name: string }>(
      `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_name)
       WHERE c.column_name = 'site_id' AND t.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY 1`,
    );

    expect(rows.map(({ name }) => name)).toEqual([...SITE_TABLES].sort());
    await client.end();
    await database.drop();
  });

  it('[X-14] SQL is sent from one file, but for migrations and the look whether anybody is there', () => {
    expect(filesWith(/\.query(<[^(]*>)?\(/)).toEqual([
      'postgres/migrate.ts',
      'postgres/statement.ts',
      'server.ts',
    ]);
    expect(filesWith(/createQueryBuilder|createQueryRunner|\.manager\b/)).toEqual(['postgres/migrate.ts']);
  });

  it('[X-14] no repository of TypeORM reads or writes a table of sites', () => {
    const entities = SOURCES.filter((name) => name.endsWith('.entity.ts')).flatMap((name) => {
      const [, table = '', entity = ''] =
        /@Entity\('(\w+)'\)[^]*?export class (\w+)/.exec(textOf(name)) ?? [];
      return (SITE_TABLES as readonly string[]).includes(table) ? [entity] : [];
    });

    expect(entities.length).toBeGreaterThan(0);
    expect(filesWith(new RegExp(`getRepository\\((${entities.join('|')})\\)`))).toEqual([]);
  });

  it('[X-14] a statement may look across sites only where it is that which tells the site', () => {
    const reasons = SOURCES.flatMap((name) =>
      [...textOf(name).matchAll(/acrossSites: '([^']+)'/g)].map(([, reason]) => `${name}: ${reason}`),
    );

    expect(reasons.sort()).toEqual([
      'agents/agents.service.ts: whoever works on any site stays',
      'api-keys/api-keys.service.ts: it is the key that tells which site the caller is from',
      'sites/sites.service.ts: it tells which sites an agent may look at',
      'visitors/forgotten-visitors.ts: every node has to know whom it may not let in',
    ]);
  });
});
