import { CANARIES, plantCanaries } from '../testing/canary/plant-canaries';
import { callApi } from '../testing/api-client';
import { everythingStored } from '../testing/everything-stored';
import { askTenantApi } from '../testing/isolation/ask-tenant-api';
import { createFullTenant } from '../testing/isolation/create-full-tenant';
import { foreignValues } from '../testing/isolation/foreign-values';
import { OperationBuilder } from '../testing/isolation/operation-builder';
import { referencesIn } from '../testing/isolation/references';
import type { Tenant } from '../testing/isolation/tenant';
import { startTestNode, type TestNode } from '../testing/test-node';
import { buildApiSchema } from './build-schema';

const WORD = 'qzwatched';
const SECRETS = `mutation { inviteAgent(input: { email: "${WORD}-2@example.com", displayName: "x", role: MEMBER }) { oneTimePassword }
  createApiKey(input: { name: "x", scopes: [VISITORS_READ] }) { secret } rotateIdentitySecret(input: {}) { secret } }`;

const schema = buildApiSchema();
const reads = referencesIn(schema).filter(({ typeName }) => typeName !== 'Mutation');
const readFields = ['Query', 'Subscription'].flatMap((typeName) =>
  Object.values((schema.getType(typeName) as ReturnType<typeof schema.getQueryType>)!.getFields()).map(
    (field) => ({
      typeName,
      field,
    }),
  ),
);

describe('what goes in and must not come out', () => {
  let node: TestNode;
  let watched: Tenant;
  let other: Tenant;
  /** Told once, to whom they were made for. */
  let secrets: Record<
    'bearers' | 'cookies' | 'tokens' | 'oneTimePassword' | 'keySecret' | 'identitySecret',
    string[]
  >;

  beforeAll(async () => {
    node = await startTestNode();
    watched = await createFullTenant(node, WORD);
    other = await createFullTenant(node, 'zorblax');
    const issued = await plantCanaries(node.url, watched);
    const { data } = await callApi(node.url, SECRETS, {}, watched.callers['an admin']);
    const callers = Object.values(watched.callers);
    secrets = {
      bearers: callers.flatMap(({ authorization }) =>
        authorization ? [authorization.slice('Bearer '.length)] : [],
      ),
      cookies: callers.flatMap(({ cookie }) => (cookie ? [cookie.split('=')[1]!] : [])),
      tokens: [watched.visitor.token, issued],
      oneTimePassword: [data['inviteAgent'].oneTimePassword],
      keySecret: [data['createApiKey'].secret],
      identitySecret: [data['rotateIdentitySecret'].secret],
    };
  });
  afterAll(() => node.close());

  const nowhere = () => [...Object.values(CANARIES), ...Object.values(secrets).flat()];
  const arrive = () => {
    const page = {
      url: `https://${CANARIES.urlUser}@${WORD}.test/${CANARIES.urlSegment}?${CANARIES.urlQuery}`,
    };
    const known = { externalId: `${WORD}-2`, displayName: `${WORD} Maria`, email: `${WORD}@example.com` };
    const input = {
      siteKey: watched.site.key,
      tabId: 'tab-of-outage',
      page,
      ...known,
      traits: { plan: WORD },
    };
    const query = 'mutation ($input: IdentifyInput!) { identify(input: $input) { userErrors { code } } }';
    return callApi(node.url, query, { input }, { origin: watched.origin });
  };
  const found = (marks: readonly string[], text: string) => marks.filter((mark) => text.includes(mark));
  /** All that a caller is told who asks for everything with everything there is of the watched site. */
  const readAll = async (headers: Record<string, string>) => {
    const operations = new OperationBuilder(schema, { ours: watched, theirs: watched });
    const built = [
      ...readFields.flatMap((place) => operations.build(place)),
      ...reads.flatMap((place) =>
        foreignValues(place.kind, watched).flatMap((value) => operations.build(place, value)),
      ),
    ];
    const texts: string[] = [];
    for (const operation of built) texts.push((await askTenantApi(node.url, operation, headers)).text);
    return texts.join('\n');
  };

  it('[X-37] [X-38] those who may read everything read neither what had to be dropped nor a secret', async () => {
    const told = await readAll(watched.callers['an admin']!);

    expect(told).toContain(`${WORD} Maria`);
    expect(told).toContain(`${WORD} plan`);
    expect(told).toContain(`${WORD}-page`);
    expect(found(nowhere(), told)).toEqual([]);
  });

  it('[X-14] [X-15] those who may not are told nothing at all', async () => {
    const strangers: [string, Record<string, string>][] = [
      ["another site's admin", other.callers['an admin']!],
      ["another site's program", other.callers['a key for everything']!],
      ['a page of the site', watched.callers['a page of the site']!],
      ['nobody', {}],
    ];
    const marks = [WORD, watched.site.id, watched.visitor.id, watched.site.key];
    const told: string[] = [];
    for (const [name, headers] of strangers) {
      told.push(...found([...nowhere(), ...marks], await readAll(headers)).map((mark) => `${name}: ${mark}`));
    }

    expect(told).toEqual([]);
  });

  it('[X-15] a key for visitors alone is told nothing that names or describes one', async () => {
    const told = await readAll(watched.callers['a key for VISITORS_READ']!);

    expect(told).toContain(watched.visitor.externalId);
    const personal = ['Maria', 'plan', '-page', ' title', 'maria.png', '@example.com'];
    expect(found(personal, told)).toEqual([]);
  });

  it('[X-37] the stores hold secrets as hashes, and nothing of what had to be dropped', async () => {
    const lines = await everythingStored(node);

    const isSigning = (line: string) =>
      line.startsWith('sites ') && found(secrets.identitySecret, line).length > 0;
    expect(lines.filter(isSigning)).toHaveLength(1);
    expect(lines.filter((line) => !isSigning(line) && found(nowhere(), line).length > 0)).toEqual([]);
    expect(lines.filter((line) => line.includes(`${WORD} Maria`)).length).toBeGreaterThan(0);
  });

  it('[X-41] nothing that named or described somebody is left anywhere once they are forgotten, whatever their tab still sends', async () => {
    const { id: visitorId, token: visitorToken, tabId, externalId } = watched.visitor;
    const forget =
      'mutation ($input: ForgetVisitorInput!) { forgetVisitor(input: $input) { userErrors { code } } }';
    const beat = 'mutation ($input: HeartbeatInput!) { heartbeat(input: $input) { userErrors { code } } }';
    const described = ['Maria', ` plan`, 'maria.png', `${WORD}@example.com`, externalId];
    const page = { url: `${watched.origin}/${WORD}-late` };
    const lines = async (marks: readonly string[]) =>
      (await everythingStored(node)).filter(
        (line) => line.includes(watched.site.id) && found(marks, line).length > 0,
      );
    const before = await lines(described);

    const { data } = await callApi(node.url, forget, { input: { visitorId } }, watched.callers['an admin']);
    const late = { visitorToken, tabId, page };
    const { data: answer } = await callApi(node.url, beat, { input: late }, { origin: watched.origin });

    expect(data['forgetVisitor'].userErrors).toEqual([]);
    expect(answer['heartbeat'].userErrors).toEqual([{ code: 'VISITOR_FORGOTTEN' }]);
    expect(before.length).toBeGreaterThan(0);
    expect(await lines([...described, `${WORD}-late`])).toEqual([]);
    expect(found(described, await readAll(watched.callers['an admin']!))).toEqual([]);
  });

  // Last, for afterwards there is nothing left to ask.
  it('[X-38] the log at its most talkative says nothing of it, nor who anybody is, even when the stores break', async () => {
    const personal = [WORD, 'zorblax', 'Maria', '@example.com'];
    await node.redis.kill();
    await arrive();
    await node.database.drop();
    await arrive();

    const names = node.events.map(({ event }) => event);
    expect(names).toContain('presence_store_failing');
    // It depends on the moment whether a database that goes is away or fails.
    expect(names.some((name) => name === 'database_away' || name === 'operation_failed')).toBe(true);
    expect(
      node.events.filter((event) => found([...nowhere(), ...personal], JSON.stringify(event)).length > 0),
    ).toEqual([]);
  });
});
