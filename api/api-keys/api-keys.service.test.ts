import type { DataSource } from 'typeorm';
import { ApiScope } from '../access';
import { createDataSource } from '../postgres/data-source';
import { SitesService } from '../sites/sites.service';
import { countStatements } from '../testing/count-statements';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { isId, newId } from '../typed-id';
import type { ApiKey } from './api-key.entity';
import { ApiKeysService } from './api-keys.service';
import { KeySecret } from './key-secret';

let database: TestDatabase;
let dataSource: DataSource;
let apiKeys: ApiKeysService;
let siteId: string;
let nowMs = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(async () => {
  siteId = (await new SitesService(dataSource).create({ name: 'Acme' })).id;
  apiKeys = new ApiKeysService(dataSource, () => nowMs);
});

function create(expiresAt: Date | null = null): Promise<{ apiKey: ApiKey; secret: string }> {
  return apiKeys.create({ siteId, name: 'CRM', scopes: [ApiScope.VISITORS_READ], expiresAt });
}

const set = (id: string, change: string): Promise<unknown> =>
  dataSource.query(`UPDATE api_keys SET ${change} WHERE id = $1`, [id]);

it('a new key has an id, its site, its scopes once each and no secret', async () => {
  const scopes = [ApiScope.VISITORS_READ, ApiScope.VISITORS_READ, ApiScope.PRESENCE_SUBSCRIBE];

  const { apiKey, secret } = await apiKeys.create({ siteId, name: 'CRM', scopes, expiresAt: null });

  expect(isId('key', apiKey.id)).toBe(true);
  expect(apiKey).toMatchObject({ siteId, name: 'CRM', lastUsedAt: null, expiresAt: null, revokedAt: null });
  expect(apiKey.scopes).toEqual([ApiScope.VISITORS_READ, ApiScope.PRESENCE_SUBSCRIBE]);
  expect(secret.startsWith(`pl_${apiKey.prefix}_`)).toBe(true);
});

it('[X-37] the secret is not stored', async () => {
  const { secret } = await create();

  const stored = JSON.stringify(await dataSource.query('SELECT * FROM api_keys'));
  expect(stored).not.toContain(secret.slice(12));
});

it('the secret stands for its key', async () => {
  const { apiKey, secret } = await create(new Date('2100-01-01T00:00:00Z'));

  expect(await apiKeys.authenticate(secret)).toEqual(apiKey);
});

it('[X-37] a typo costs no query', async () => {
  const { secret } = await create();
  const typo = secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A');

  expect(await countStatements(() => apiKeys.authenticate(typo))).toBe(0);
  expect(await apiKeys.authenticate(typo)).toBeNull();
});

it('a well-formed secret of nobody stands for nothing', async () => {
  expect(await apiKeys.authenticate(KeySecret.random().text)).toBeNull();
});

it.each(['revoked_at = now()', `expires_at = now() - interval '1 ms'`])(
  'a key with %s stands for nothing',
  async (change) => {
    const { apiKey, secret } = await create();

    await set(apiKey.id, change);

    expect(await apiKeys.authenticate(secret)).toBeNull();
  },
);

it('a key that is revoked while in use ends within a second', async () => {
  const { apiKey, secret } = await create();
  expect(await apiKeys.authenticate(secret)).not.toBeNull();
  await set(apiKey.id, 'revoked_at = now()');

  nowMs += 1_000;

  expect(await apiKeys.authenticate(secret)).toBeNull();
});

it('a hundred uses within a second cost one query, and their use is noted once', async () => {
  const { apiKey, secret } = await create();
  await set(apiKey.id, 'last_used_at = now()');
  const uses = Array.from({ length: 100 });

  expect(await countStatements(() => Promise.all(uses.map(() => apiKeys.authenticate(secret))))).toBe(1);
});

it('the first use and one after a minute are noted', async () => {
  const { apiKey, secret } = await create();
  await apiKeys.authenticate(secret);
  const first = await untilUsedAfter(apiKey.id, new Date(0));

  await set(apiKey.id, `last_used_at = last_used_at - interval '61 seconds'`);
  nowMs += 1_000;
  await apiKeys.authenticate(secret);

  expect(await untilUsedAfter(apiKey.id, new Date(first.getTime() - 60_000))).not.toBeNull();
});

it('[X-14] a key is found only through its own site', async () => {
  const { apiKey } = await create();

  expect(await apiKeys.findById([newId('site'), siteId], apiKey.id)).toEqual(apiKey);
  expect(await apiKeys.findById([newId('site')], apiKey.id)).toBeNull();
  expect(await countStatements(() => apiKeys.findById([siteId], 'not-an-id'))).toBe(0);
});

async function untilUsedAfter(id: string, instant: Date): Promise<Date> {
  for (;;) {
    const key = await apiKeys.findById([siteId], id);
    if (key?.lastUsedAt && key.lastUsedAt > instant) return key.lastUsedAt;
  }
}
