import { ApiScope } from '../access';
import { AgentRole } from '../agents/agent-role';
import { callApi } from '../testing/api-client';
import { signIn } from '../testing/sign-in';
import { startTestNode, type TestNode } from '../testing/test-node';
import { whatIsStored } from '../testing/what-is-stored';

const DELETE =
  'mutation ($input: DeleteSiteInput!) { deleteSite(input: $input) { deletedSiteId userErrors { code field } } }';
const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) {
  visitor { id } visitorToken userErrors { code } } }`;
const VIEW =
  'mutation ($input: RecordPageViewInput!) { recordPageView(input: $input) { userErrors { code } } }';

describe('sites are erased', () => {
  let node: TestNode;
  let admin: Record<string, string>;
  beforeAll(async () => {
    node = await startTestNode();
    admin = await signIn(node.url, node.agent);
  });
  afterAll(() => node.close());

  const call = async (query: string, input: object, headers: Record<string, string> = admin) => {
    const { data, errors } = await callApi(node.url, query, { input }, headers);
    const [payload] = Object.values(data ?? {}) as Record<string, any>[]; // eslint-disable-line @typescript-eslint/no-explicit-any
    return { payload: payload ?? null, code: errors?.[0]?.extensions['code'] };
  };
  const create = async ({ name = 'Shop' } = {}) => {
    const create = 'mutation ($input: CreateSiteInput!) { createSite(input: $input) { site { id key } } }';
    return (await call(create, { name })).payload!['site'] as { id: string; key: string };
  };
  const identify = async (siteKey: string, input: object = {}) =>
    (await call(IDENTIFY, { siteKey, tabId: 'tab-00000001', ...input }, {})).payload!;

  it('only when their name is repeated, letter by letter', async () => {
    const { id } = await create({ name: 'Précis' });

    const { payload } = await call(DELETE, { siteId: id, confirmName: 'précis' });

    expect(payload).toEqual({
      deletedSiteId: null,
      userErrors: [{ code: 'INVALID', field: ['input', 'confirmName'] }],
    });
    expect(await node.services.sites.findById(id)).not.toBeNull();
  });

  it('by admins only', async () => {
    const input = { siteId: node.site.id, confirmName: node.site.name };

    expect(await call(DELETE, input, { authorization: `Bearer ${node.apiKey}` })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const made = { email: 'member@example.com', displayName: 'Member', role: AgentRole.MEMBER };
    const { agent, password } = await node.services.agents.create(made);
    await node.services.sites.addAgent(node.site.id, agent.id);
    const member = await signIn(node.url, { email: agent.email, password });
    expect(await call(DELETE, input, member)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('with everybody and everything seen on them, in both stores, and with their keys', async () => {
    const { id, key: siteKey } = await create();
    const made = { siteId: id, name: 'CRM', scopes: [ApiScope.VISITORS_READ], expiresAt: null };
    const { secret } = await node.services.apiKeys.create(made);
    const person = { displayName: 'Canary', page: { url: 'https://acme.test/canary' }, seq: 1 };
    const { visitor, visitorToken } = await identify(siteKey, person);
    await identify(siteKey, { visitorToken, tabId: 'tab-00000002' });

    const { payload } = await call(DELETE, { siteId: id, confirmName: 'Shop' });

    expect(payload).toEqual({ deletedSiteId: id, userErrors: [] });
    const stored = (await whatIsStored(node)).join('\n');
    expect(stored).not.toContain(visitor.id);
    expect(stored).not.toContain('anary');
    const ofSite = stored.split('\n').filter((line) => line.includes(id));
    expect(ofSite).toEqual([expect.stringMatching(/^pl:\{\d+\}:site_\w+:meta$/)]);
    const seen = await callApi(node.url, '{ viewer { sites { id } } }', {}, admin);
    expect(JSON.stringify(seen.data)).not.toContain(id);
    node.advanceClock(1_000);
    const byKey = await node.services.apiKeys.authenticate(secret);
    expect(byKey === null || (await node.services.sites.findById(byKey.siteId)) === null).toBe(true);
  });

  it('and no tab that is still open brings them back', async () => {
    const { id, key: siteKey } = await create();
    const { visitorToken } = await identify(siteKey);
    await call(DELETE, { siteId: id, confirmName: 'Shop' });
    const tab = { visitorToken, tabId: 'tab-00000001' };

    const beat = await call(
      'mutation ($input: HeartbeatInput!) { heartbeat(input: $input) { userErrors { code } } }',
      tab,
      {},
    );
    const view = await call(VIEW, { ...tab, page: { url: 'https://acme.test/' } }, {});
    const bye = await call(
      'mutation ($input: DisconnectInput!) { disconnect(input: $input) { userErrors { code } } }',
      tab,
      {},
    );
    const again = await identify(siteKey, { visitorToken });

    expect([beat, view].map(({ payload }) => payload!['userErrors'] as unknown)).toEqual(
      Array(2).fill([{ code: 'SESSION_ENDED' }]),
    );
    expect(bye.payload!['userErrors']).toEqual([]);
    expect(again['userErrors']).toEqual([{ code: 'SITE_UNKNOWN' }]);
    const left = (await whatIsStored(node)).filter((line) => line.includes(id));
    expect(left).toEqual([expect.stringMatching(/:meta$/)]);
  });
});

it('a node that still remembers an erased site says that there is none', async () => {
  const node = await startTestNode();
  const other = await startTestNode({ besides: node });
  const admin = await signIn(node.url, node.agent);
  const { visitorToken } = await identifyOn(other);

  const input = { siteId: node.site.id, confirmName: node.site.name };
  await callApi(node.url, DELETE, { input }, admin);
  const answers = [
    await identifyOn(other),
    await identifyOn(other, { visitorToken }),
    await identifyOn(other, { externalId: '42' }),
  ];

  expect(answers.map(({ userErrors }) => userErrors)).toEqual(Array(3).fill([{ code: 'SITE_UNKNOWN' }]));
  expect((await whatIsStored(node)).filter((line) => line.includes(node.site.id))).toHaveLength(1);
  await other.close();
  await node.close();
});

it('a site is not erased at all while Redis is away', async () => {
  const node = await startTestNode();
  const admin = await signIn(node.url, node.agent);
  await node.redis.kill();

  const input = { siteId: node.site.id, confirmName: node.site.name };
  const { errors } = await callApi(node.url, DELETE, { input }, admin);

  expect(errors).toMatchObject([{ extensions: { code: 'PRESENCE_UNAVAILABLE' } }]);
  expect(await node.services.sites.findById(node.site.id)).not.toBeNull();
  await node.redis.restartEmpty();
  await node.close();
});

async function identifyOn({ url, site }: TestNode, told: object = {}) {
  const input = { siteKey: site.key, tabId: 'tab-00000001', ...told };
  const { data, errors } = await callApi(url, IDENTIFY, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return data['identify'] as { visitorToken: string; userErrors: { code: string }[] };
}
