import { ApiScope } from '../access';
import { AgentRole } from '../agents/agent-role';
import { callApi } from '../testing/api-client';
import { RawSocket } from '../testing/raw-socket';
import { signIn } from '../testing/sign-in';
import { createTenant, startTestNode, type TestNode } from '../testing/test-node';
import { newId } from '../typed-id';

const REVOKE = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) {
  apiKey { id revokedAt } userErrors { code field } } }`;
const SUBSCRIBE = 'subscription { visitorPresenceChanged { cursor } }';

type Headers = Record<string, string>;

describe('the programs of a site', () => {
  let node: TestNode;
  let admin: Headers;
  let member: Headers;
  let key: Headers;
  let theirs: Awaited<ReturnType<typeof createTenant>>;

  beforeAll(async () => {
    node = await startTestNode();
    admin = await signIn(node.url, node.agent);
    key = { authorization: `Bearer ${node.apiKey}` };
    theirs = await createTenant(node, 'Globex');
    const made = { email: 'member@example.com', displayName: 'Member', role: AgentRole.MEMBER };
    const { agent, password } = await node.services.agents.create(made);
    await node.services.sites.addAgent(node.site.id, agent.id);
    member = await signIn(node.url, { email: agent.email, password });
  });
  afterAll(() => node.close());

  const call = async (query: string, input: object, headers: Headers = admin) => {
    const { data, errors } = await callApi(node.url, query, { input }, headers);
    const payload = (data?.['revokeApiKey'] ?? null) as Record<string, unknown> | null;
    return { payload, code: errors?.[0]?.extensions['code'] };
  };

  const makeKey = (siteId = node.site.id) =>
    node.services.apiKeys.create({ siteId, name: 'CRM', scopes: Object.values(ApiScope), expiresAt: null });

  it('[X-37] whose keys only admins see, without their secrets', async () => {
    const { apiKey, secret } = await makeKey();
    const list = (headers: Headers) =>
      callApi(node.url, '{ site { apiKeys { id name prefix scopes revokedAt } } }', {}, headers);
    const find = (headers: Headers) =>
      callApi(node.url, 'query ($id: ID!) { node(id: $id) { id } }', { id: apiKey.id }, headers);

    const seen = await list(admin);

    expect(seen.data['site'].apiKeys[0]).toMatchObject({
      id: apiKey.id,
      prefix: apiKey.prefix,
      revokedAt: null,
    });
    expect(JSON.stringify(seen.data)).not.toContain(secret.slice(12));
    for (const headers of [key, member]) {
      const { data, errors } = await list(headers);
      expect(data).toEqual({ site: null });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect((await find(headers)).data).toEqual({ node: null });
    }
    expect((await find(admin)).data).toEqual({ node: { id: apiKey.id } });
  });

  it('whose key is revoked for good: refused at once, its open feed closed', async () => {
    const { apiKey, secret } = await makeKey();
    const socket = await RawSocket.connect(node.url, secret);
    socket.subscribe('1', SUBSCRIBE, {});
    await socket.next('next', '1');

    const first = await call(REVOKE, { apiKeyId: apiKey.id });
    const second = await call(REVOKE, { apiKeyId: apiKey.id });

    expect(first.payload).toEqual({
      apiKey: { id: apiKey.id, revokedAt: expect.stringMatching(/Z$/) },
      userErrors: [],
    });
    expect(second.payload).toEqual(first.payload);
    const { status } = await callApi(
      node.url,
      '{ viewer { kind } }',
      {},
      { authorization: `Bearer ${secret}` },
    );
    expect(status).toBe(401);
    expect(await socket.closed).toMatchObject({ code: 4403 });
  });

  it('whose foreign, absent and malformed keys answer alike, and only to admins', async () => {
    const foreign = await makeKey(theirs.site.id);

    for (const apiKeyId of [foreign.apiKey.id, newId('key'), newId('site'), 'nonsense']) {
      const { payload } = await call(REVOKE, { apiKeyId });
      expect(payload).toEqual({
        apiKey: null,
        userErrors: [{ code: 'NOT_FOUND', field: ['input', 'apiKeyId'] }],
      });
    }
    expect(await node.services.apiKeys.authenticate(foreign.secret)).not.toBeNull();
    expect((await call(REVOKE, { apiKeyId: newId('key') }, key)).code).toBe('FORBIDDEN');
    expect((await call(REVOKE, { apiKeyId: newId('key') }, member)).code).toBe('FORBIDDEN');
  });
});
