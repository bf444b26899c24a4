import { AgentRole } from '../agents/agent-role';
import { callApi } from '../testing/api-client';
import { RawSocket } from '../testing/raw-socket';
import { createTenant, startTestNode, type TestNode } from '../testing/test-node';

const LOGIN = `mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) {
  agent { email displayName role } userErrors { code message field } } }`;
const WHO = '{ viewer { kind agent { email } apiKey { id } scopes sites { name } } }';
const CREATE_KEY = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  secret apiKey { id name prefix scopes expiresAt } userErrors { code field } } }`;
const PASSWORD = 'correct horse battery staple';

describe('signing in', () => {
  let node: TestNode;
  let cookie: string;

  const login = (email: string, password: string, headers?: Record<string, string>) =>
    callApi(node.url, LOGIN, { email, password }, headers);
  const cookieOf = (headers: Headers) => headers.get('set-cookie')?.split(';', 1)[0] ?? '';

  beforeAll(async () => {
    node = await startTestNode();
    const { headers } = await login(node.agent.email, node.agent.password);
    cookie = cookieOf(headers);
  });
  afterAll(() => node.close());

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const { data, headers } = await login(node.agent.email.toUpperCase(), node.agent.password);

    expect(data['login']).toMatchObject({ agent: { role: 'ADMIN' }, userErrors: [] });
    expect(headers.get('set-cookie')).toMatch(
      /^porchlight_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('answers alike to a wrong password and to an unknown address', async () => {
    const wrong = await login(node.agent.email, 'not the right password');
    const unknown = await login('nobody@example.com', node.agent.password);

    expect(wrong.data).toEqual(unknown.data);
    expect(wrong.data['login'].userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS', field: null }]);
    expect([cookieOf(wrong.headers), cookieOf(unknown.headers)]).toEqual(['', '']);
  });

  it('repeats no password, neither to the caller nor to the log', async () => {
    const { status, errors } = await callApi(
      node.url,
      'mutation ($input: LoginInput!) { login(input: $input) { agent { id } } }',
      { input: { emial: 'a@b.test', email: 'a@b.test', password: 'hunter2 hunter2' } },
    );

    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
    expect(JSON.stringify(node.events)).not.toContain('hunter2');
  });

  it('makes the cookie a credential over HTTP and at the socket', async () => {
    const { data } = await callApi(node.url, WHO, {}, { cookie });
    const socket = await RawSocket.open(node.url, { headers: { cookie, origin: node.url } });
    socket.send({ type: 'connection_init' });

    expect(data['viewer']).toMatchObject({
      kind: 'AGENT',
      agent: { email: node.agent.email },
      apiKey: null,
      sites: [{ name: 'Acme' }],
    });
    expect(await socket.next('connection_ack')).toEqual({ type: 'connection_ack' });
    await socket.close();
  });

  it.each([
    ['the origin of another site', () => ({ origin: 'https://evil.test' })],
    ['the origin null', () => ({ origin: 'null' })],
    ['another scheme of our host', () => ({ origin: node.url.replace('http:', 'https:') })],
    ['another port of our host', () => ({ origin: 'http://127.0.0.1:1' })],
    ['Sec-Fetch-Site: cross-site', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['Sec-Fetch-Site: same-site', () => ({ 'sec-fetch-site': 'same-site' })],
  ])('with %s neither the cookie nor a sign-in counts', async (_name, headersOf) => {
    const headers = headersOf() as Record<string, string>;

    const who = await callApi(node.url, WHO, {}, { cookie, ...headers });
    const out = await callApi(node.url, 'mutation { logout { agentId } }', {}, { cookie, ...headers });
    const again = await login(node.agent.email, node.agent.password, headers);

    expect(who.data).toEqual({ viewer: null });
    expect(out.data).toEqual({ logout: { agentId: null } });
    expect(again.data['login'].userErrors).toMatchObject([{ code: 'ORIGIN_NOT_ALLOWED' }]);
    expect([out, again].map((answer) => answer.headers.get('set-cookie'))).toEqual([null, null]);
    expect((await callApi(node.url, WHO, {}, { cookie })).data['viewer']).not.toBeNull();
  });

  it('ends with logout, which is safe to repeat', async () => {
    const own = cookieOf((await login(node.agent.email, node.agent.password)).headers);
    const logout = () =>
      callApi(node.url, 'mutation { logout { agentId userErrors { code } } }', {}, { cookie: own });

    const first = await logout();
    const second = await logout();

    expect(first.data['logout']).toEqual({ agentId: expect.stringMatching(/^agent_/), userErrors: [] });
    expect(first.headers.get('set-cookie')).toContain('porchlight_session=; ');
    expect(second.data['logout']).toEqual({ agentId: null, userErrors: [] });
    expect((await callApi(node.url, WHO, {}, { cookie: own })).data).toEqual({ viewer: null });
    const socket = await RawSocket.open(node.url, { headers: { cookie: own, origin: node.url } });
    socket.send({ type: 'connection_init' });
    expect(await socket.closed).toMatchObject({ code: 4403 });
  });

  describe('makes API keys', () => {
    const createKey = (input: object, headers: Record<string, string> = { cookie }) =>
      callApi(node.url, CREATE_KEY, { input: { name: 'CRM', scopes: ['VISITORS_READ'], ...input } }, headers);

    it('whose secret is shown once and works at once', async () => {
      const { data } = await createKey({ expiresAt: '2100-01-01T00:00:00Z' });

      const { secret, apiKey } = data['createApiKey'] as { secret: string; apiKey: Record<string, unknown> };
      expect(apiKey).toEqual({
        id: expect.stringMatching(/^key_/),
        name: 'CRM',
        prefix: secret.split('_')[1],
        scopes: ['VISITORS_READ'],
        expiresAt: '2100-01-01T00:00:00.000Z',
      });
      const who = await callApi(node.url, WHO, {}, { authorization: `Bearer ${secret}` });
      expect(who.data['viewer']).toMatchObject({
        kind: 'API_KEY',
        agent: null,
        apiKey: { id: apiKey['id'] },
      });
      const again = await callApi(
        node.url,
        'query ($id: ID!) { node(id: $id) { id ... on ApiKey { name prefix } } }',
        { id: apiKey['id'] },
        { cookie },
      );
      expect(again.data['node']).toEqual({ id: apiKey['id'], name: 'CRM', prefix: apiKey['prefix'] });
      expect(JSON.stringify(node.events)).not.toContain(secret);
    });

    it.each<[string, object, string, string]>([
      ['no name', { name: ' \u0000 ' }, 'REQUIRED', 'name'],
      ['a name of 301 characters', { name: 'x'.repeat(301) }, 'TOO_LONG', 'name'],
      ['no scope', { scopes: [] }, 'REQUIRED', 'scopes'],
      ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }, 'INVALID', 'expiresAt'],
      ['a foreign site', { siteId: 'site_01h455vb4pex5vsknk084sn02q' }, 'NOT_FOUND', 'siteId'],
    ])('but none with %s', async (_name, input, code, field) => {
      const { data, errors } = await createKey(input);

      expect(errors).toBeUndefined();
      expect(data['createApiKey']).toEqual({
        secret: null,
        apiKey: null,
        userErrors: [{ code, field: ['input', field] }],
      });
    });

    it('but none for another tenant, an agent who is no ADMIN, or another site of the web', async () => {
      const { site } = await createTenant(node, 'Globex');
      const { agent } = await node.services.agents.create({
        email: 'member@example.com',
        displayName: 'Member',
        role: AgentRole.MEMBER,
        password: PASSWORD,
      });
      await node.services.sites.addAgent(node.site.id, agent.id);
      const member = cookieOf((await login('member@example.com', PASSWORD)).headers);

      const foreign = await createKey({ siteId: site.id });
      const byMember = await createKey({}, { cookie: member });
      const crossSite = await createKey({}, { cookie, origin: 'https://evil.test' });

      expect(foreign.data['createApiKey'].userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect(byMember.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(crossSite.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
      expect([byMember.data, crossSite.data]).toEqual([{ createApiKey: null }, { createApiKey: null }]);
    });
  });
});
