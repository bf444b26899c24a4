import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { callApi } from '../testing/api-client';
import { startTestNode, type TestNode } from '../testing/test-node';
import { whatIsStored } from '../testing/what-is-stored';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { id } userErrors { code } } }`;
const DOCUMENT = /```graphql\n(query ExportVisitor[^`]*)```/.exec(
  readFileSync(join(__dirname, '../../docs/privacy.md'), 'utf8'),
)![1]!;
/** Columns that say nothing about the person: whose row it is, and what the service notes for itself. */
const OURS = ['site_id', 'profile_changed_at'];

it('the export of docs/privacy.md holds everything that is stored about a person', async () => {
  const node: TestNode = await startTestNode();
  const input = {
    siteKey: node.site.key,
    tabId: 'tab-of-canary',
    externalId: 'mark-external',
    displayName: 'mark-name',
    email: 'mark@mail.test',
    avatarUrl: 'https://mark.test/avatar.png',
    traits: { plan: 'mark-trait' },
    locale: 'de-AT',
    timeZone: 'Europe/Vienna',
    page: { url: 'https://mark.test/page', title: 'mark-title', referrer: 'https://mark.test/referrer' },
  };
  const { data: identified } = await callApi(
    node.url,
    IDENTIFY,
    { input },
    {
      origin: 'https://mark.test',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36',
    },
  );
  const { id } = identified['identify'].visitor as { id: string };

  const { data, errors } = await callApi(
    node.url,
    DOCUMENT,
    { id },
    { authorization: `Bearer ${node.apiKey}` },
  );

  expect(errors).toBeUndefined();
  const exported = JSON.stringify(data);
  const row = (await whatIsStored(node)).find((line) => line.startsWith('visitors ') && line.includes(id))!;
  const columns = Object.entries(JSON.parse(row.slice('visitors '.length)) as Record<string, unknown>);
  const missing = columns.filter(
    ([name, value]) => value !== null && !OURS.includes(name) && !exported.includes(asExported(value)),
  );
  expect(missing).toEqual([]);
  const entries = await node.services.audit.list(node.site.id, 10, null);
  expect(entries).toMatchObject([{ action: 'exportVisitor', subject: id, actorName: 'test' }]);
  for (const told of ['mark-title', 'https://mark.test/page', 'https://mark.test/referrer', 'CAME_ONLINE']) {
    expect(exported).toContain(told);
  }
  await node.close();
});

function asExported(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)) return new Date(value).toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

it('an export that cannot be written down is not sent; a look at a person is no export', async () => {
  const node = await startTestNode();
  const key = { authorization: `Bearer ${node.apiKey}` };
  const input = { siteKey: node.site.key, tabId: 'tab-of-canary', displayName: 'mark-name' };
  const { data: identified } = await callApi(node.url, IDENTIFY, { input });
  const { id } = identified['identify'].visitor as { id: string };
  const database = new Client({ connectionString: node.database.url });
  await database.connect();
  await database.query('ALTER TABLE audit_entries ADD CONSTRAINT nothing CHECK (false) NOT VALID');

  const refused = await callApi(node.url, DOCUMENT, { id }, key);
  const looked = await callApi(
    node.url,
    'query ($id: ID!) { visitor(id: $id) { displayName } }',
    { id },
    key,
  );

  expect(refused.status).toBe(500);
  expect(JSON.stringify(refused)).not.toContain('mark-name');
  expect(looked.data).toEqual({ visitor: { displayName: 'mark-name' } });
  await database.end();
  await node.close();
});
