import type { DataSource } from 'typeorm';
import { AgentRole } from '../agents/agent-role';
import { AgentsService } from '../agents/agents.service';
import { createDataSource } from '../postgres/data-source';
import { countStatements } from '../testing/count-statements';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { isId, newId } from '../typed-id';
import { SitesService } from './sites.service';

let database: TestDatabase;
let dataSource: DataSource;
let sites: SitesService;
let nowMs = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
  sites = new SitesService(dataSource, () => nowMs);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('a new site has an id, a neutral key and the defaults', async () => {
  const site = await sites.create({ name: 'Acme' });

  expect(isId('site', site.id)).toBe(true);
  expect(site.key).toMatch(/^[0-9a-z]{20}$/);
  expect(site).toMatchObject({ name: 'Acme', allowedOrigins: [], goodbyeGraceSeconds: 5 });
});

it('a site is found by its id and by its key, as it was stored', async () => {
  const site = await sites.create({ name: 'Acme', allowedOrigins: ['https://example.com'] });

  expect(await sites.findById(site.id)).toEqual(site);
  expect(await sites.findByKey(site.key)).toEqual(site);
});

it('[O-10] absent ids and keys are null, malformed ones without a query', async () => {
  expect(await sites.findById(newId('site'))).toBeNull();
  expect(await sites.findByKey('0'.repeat(20))).toBeNull();
  expect(await countStatements(() => sites.findById('not-an-id'))).toBe(0);
  expect(await countStatements(() => sites.findById(newId('agent')))).toBe(0);
  expect(await countStatements(() => sites.findByKey('NOT A KEY'))).toBe(0);
  expect(await countStatements(() => sites.listForAgent('not-an-id'))).toBe(0);
});

it('a thousand reads within a second cost one query, the next one another', async () => {
  const { key } = await sites.create({ name: 'Acme' });
  const reads = Array.from({ length: 1_000 });

  expect(await countStatements(() => Promise.all(reads.map(() => sites.findByKey(key))))).toBe(1);
  expect(await countStatements(() => sites.findByKey(key))).toBe(0);
  nowMs += 1_000;
  expect(await countStatements(() => sites.findByKey(key))).toBe(1);
});

it('while PostgreSQL is away a site read within a day is still known, and no longer than that', async () => {
  const lost = await createTestDatabase();
  const connection = await createDataSource(lost.url).initialize();
  const service = new SitesService(connection, () => nowMs);
  const site = await service.create({ name: 'Acme' });
  await service.findById(site.id);
  await lost.drop();

  nowMs += 24 * 3_600_000;
  expect(await service.findById(site.id)).toEqual(site);
  nowMs += 1_001;
  await expect(service.findById(site.id)).rejects.toThrow();
  await connection.destroy();
});

it('[X-21] the identity secret is 256 random bits, in no answer but that of its rotation', async () => {
  const site = await sites.create({ name: 'Acme' });
  const [first] = await sites.readIdentitySecrets(site.id);

  const second = await sites.rotateIdentitySecret(site.id, 60_000);

  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(second).toMatch(/^[0-9a-f]{64}$/);
  expect(second).not.toBe(first);
  expect(JSON.stringify([site, await sites.findById(site.id)])).not.toContain('ecret');
});

it('[X-21] the secret before the last rotation signs until its grace is over, and one before that not at all', async () => {
  const site = await sites.create({ name: 'Acme' });
  const first = (await sites.readIdentitySecrets(site.id))[0]!;
  const second = (await sites.rotateIdentitySecret(site.id, 60_000))!;
  expect(await sites.readIdentitySecrets(site.id)).toEqual([second, first]);

  nowMs += 60_000;
  expect(await sites.readIdentitySecrets(site.id)).toEqual([second]);

  const third = (await sites.rotateIdentitySecret(site.id, 60_000))!;
  expect(await sites.readIdentitySecrets(site.id)).toEqual([third, second]);
});

it('an unknown site has no secrets and gets none', async () => {
  expect(await sites.readIdentitySecrets(newId('site'))).toEqual([]);
  expect(await sites.rotateIdentitySecret(newId('site'), 0)).toBeNull();
  expect(await sites.update(newId('site'), { name: 'Nobody' })).toBeNull();
});

it('what is changed is read at once, what is left out stays', async () => {
  const site = await sites.create({ name: 'Acme', allowedOrigins: ['https://acme.test'] });
  await sites.findByKey(site.key);

  const changed = await sites.update(site.id, { goodbyeGraceSeconds: 0, name: undefined });

  expect(changed).toEqual({ ...site, goodbyeGraceSeconds: 0 });
  expect(await sites.findByKey(site.key)).toEqual(changed);
  expect(await sites.findById(site.id)).toEqual(changed);
});

it('[X-41] a site is erased with all its visitors, however many, and no other one is touched', async () => {
  const [site, other] = [await sites.create({ name: 'Acme' }), await sites.create({ name: 'Other' })];
  const add = (siteId: string, many: number) =>
    dataSource.query(
      `INSERT INTO visitors (id, site_id, first_seen_at) SELECT $1 || i, $1, now() FROM generate_series(1, $2::int) i`,
      [siteId, many],
    );
  await Promise.all([add(site.id, 5_001), add(other.id, 2)]);

  await sites.delete(site.id);
  await sites.delete(site.id);

  expect(await sites.findById(site.id)).toBeNull();
  expect(await sites.findByKey(site.key)).toBeNull();
  expect(await sites.findById(other.id)).toEqual(other);
  const left = await dataSource.query('SELECT site_id FROM visitors WHERE site_id = ANY($1)', [
    [site.id, other.id],
  ]);
  expect(left).toEqual([{ site_id: other.id }, { site_id: other.id }]);
});

it('an agent has the sites it is a member of and no others', async () => {
  const { agent } = await new AgentsService(dataSource).create({
    email: 'a@example.com',
    displayName: 'A',
    role: AgentRole.ADMIN,
  });
  const first = await sites.create({ name: 'First' });
  await sites.create({ name: 'Not mine' });
  const second = await sites.create({ name: 'Second' });
  expect(await sites.listForAgent(agent.id)).toEqual([]);

  await sites.addAgent(second.id, agent.id);
  await sites.addAgent(first.id, agent.id);
  await sites.addAgent(first.id, agent.id);

  expect(await sites.listForAgent(agent.id)).toEqual([first, second]);
});
