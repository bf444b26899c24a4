import { ApiScope } from '../access';
import { AgentRole } from '../agents/agent-role';
import { identitySignature } from '../gateway/identity-signature';
import { callApi } from '../testing/api-client';
import { signIn } from '../testing/sign-in';
import { createTenant, startTestNode, type TestNode } from '../testing/test-node';
import { whatIsStored } from '../testing/what-is-stored';
import { newId } from '../typed-id';

const SETTINGS = `id name key settings {
  allowedOrigins keptUrlParameters keepsUrlFragment identityVerification goodbyeGraceSeconds }`;
const CREATE = `mutation ($input: CreateSiteInput!) { createSite(input: $input) { site { ${SETTINGS} } userErrors { code field } } }`;
const UPDATE = `mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { site { ${SETTINGS} } userErrors { code field } } }`;
const DELETE =
  'mutation ($input: DeleteSiteInput!) { deleteSite(input: $input) { deletedSiteId userErrors { code field } } }';
const ROTATE =
  'mutation ($input: RotateIdentitySecretInput!) { rotateIdentitySecret(input: $input) { secret userErrors { code field } } }';
const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) {
  visitor { id } visitorToken userErrors { code } } }`;
const VIEW = `mutation ($input: RecordPageViewInput!) { recordPageView(input: $input) { page { url } userErrors { code } } }`;

describe('the sites of an agent', () => {
  let node: TestNode;
  let admin: Record<string, string>;
  let key: Record<string, string>;
  let theirs: Awaited<ReturnType<typeof createTenant>>;

  beforeAll(async () => {
    node = await startTestNode();
    admin = await signIn(node.url, node.agent);
    key = { authorization: `Bearer ${node.apiKey}` };
    theirs = await createTenant(node, 'Globex');
  });
  afterAll(() => node.close());

  const call = async (query: string, input: object, headers: Record<string, string> = admin) => {
    const { data, errors } = await callApi(node.url, query, { input }, headers);
    const [payload] = Object.values(data ?? {}) as Record<string, any>[]; // eslint-disable-line @typescript-eslint/no-explicit-any
    return { payload: payload ?? null, code: errors?.[0]?.extensions['code'] };
  };
  const member = async () => {
    const email = `${newId('agent')}@example.com`;
    const made = { email, displayName: 'Member', role: AgentRole.MEMBER };
    const { agent, password } = await node.services.agents.create(made);
    await node.services.sites.addAgent(node.site.id, agent.id);
    return signIn(node.url, { email, password });
  };
  const narrowKey = async (...scopes: ApiScope[]) => {
    const made = { siteId: node.site.id, name: 'narrow', scopes, expiresAt: null };
    return { authorization: `Bearer ${(await node.services.apiKeys.create(made)).secret}` };
  };
  const create = async (input: object = {}) =>
    (await call(CREATE, { name: 'Shop', ...input })).payload!['site'] as { id: string; key: string };
  const identify = async (siteKey: string, input: object = {}) =>
    (await call(IDENTIFY, { siteKey, tabId: 'tab-00000001', ...input }, {})).payload!;

  describe('are made', () => {
    it('with what was told and the defaults, and their maker sees them at once', async () => {
      const site = await create({ name: ' Shop\u0000 ', allowedOrigins: ['HTTPS://Shop.test/', 'null'] });

      expect(site).toMatchObject({
        name: 'Shop',
        key: expect.stringMatching(/^[0-9a-z]{20}$/),
        settings: {
          allowedOrigins: ['https://shop.test', 'null'],
          keptUrlParameters: [],
          keepsUrlFragment: false,
          identityVerification: 'OFF',
          goodbyeGraceSeconds: 5,
        },
      });
      const { data } = await callApi(node.url, '{ viewer { sites { id } } }', {}, admin);
      expect(data['viewer'].sites).toContainEqual({ id: site.id });
    });

    it('by admins only', async () => {
      expect(await call(CREATE, { name: 'x' }, await member())).toMatchObject({ code: 'FORBIDDEN' });
      expect(await call(CREATE, { name: 'x' }, key)).toMatchObject({ code: 'FORBIDDEN' });
    });

    it('each with a secret of its own that no answer shows', async () => {
      const { id } = await create();

      const [secret] = await node.services.sites.readIdentitySecrets(id);
      expect(await node.services.sites.readIdentitySecrets(theirs.site.id)).not.toContain(secret);
      const fields = await callApi(node.url, '{ __type(name: "Site") { fields { name } } }', {}, admin);
      expect(JSON.stringify(fields.data)).not.toMatch(/secret/i);
    });
  });

  describe('are changed', () => {
    it('in what is told; what is left out, or null, stays', async () => {
      const { id } = await create({ allowedOrigins: ['https://shop.test'] });
      const settings = {
        keptUrlParameters: ['q', 'q', 'utm_source'],
        keepsUrlFragment: true,
        identityVerification: 'OPTIONAL',
        goodbyeGraceSeconds: 0,
      };

      await call(UPDATE, { siteId: id, ...settings });
      const { payload } = await call(UPDATE, { siteId: id, name: 'Store', allowedOrigins: null });

      expect(payload!['site']).toMatchObject({
        name: 'Store',
        settings: {
          ...settings,
          keptUrlParameters: ['q', 'utm_source'],
          allowedOrigins: ['https://shop.test'],
        },
      });
    });

    it.each<[string, object, string, string[]]>([
      ['an empty name', { name: ' \u0000' }, 'REQUIRED', ['name']],
      ['a name of 301 characters', { name: 'x'.repeat(301) }, 'TOO_LONG', ['name']],
      [
        'a path in an origin',
        { allowedOrigins: ['https://a.test', 'https://a.test/b'] },
        'INVALID',
        ['allowedOrigins', '1'],
      ],
      [
        '101 origins',
        { allowedOrigins: Array.from({ length: 101 }, (_, i) => `https://a${i}.test`) },
        'TOO_MANY',
        ['allowedOrigins'],
      ],
      [
        '21 parameters',
        { keptUrlParameters: Array.from({ length: 21 }, (_, i) => `p${i}`) },
        'TOO_MANY',
        ['keptUrlParameters'],
      ],
      ['a parameter without a name', { keptUrlParameters: [''] }, 'INVALID', ['keptUrlParameters', '0']],
      ['a parameter with NUL', { keptUrlParameters: ['a\u0000'] }, 'INVALID', ['keptUrlParameters', '0']],
      ['a negative grace', { goodbyeGraceSeconds: -1 }, 'INVALID', ['goodbyeGraceSeconds']],
      ['a grace of 31 seconds', { goodbyeGraceSeconds: 31 }, 'INVALID', ['goodbyeGraceSeconds']],
    ])('not to %s', async (_name, input, code, field) => {
      const before = await whatIsStored(node);

      const { payload } = await call(UPDATE, { siteId: node.site.id, ...input });

      expect(payload).toEqual({ site: null, userErrors: [{ code, field: ['input', ...field] }] });
      expect(await whatIsStored(node)).toEqual(before);
    });

    it('by a key with SITE_MANAGE too, not by one without it and not by members', async () => {
      expect((await call(UPDATE, { goodbyeGraceSeconds: 7 }, key)).payload).toMatchObject({ userErrors: [] });
      const others = Object.values(ApiScope).filter((scope) => scope !== ApiScope.SITE_MANAGE);
      for (const headers of [await narrowKey(...others), await member()]) {
        expect(await call(UPDATE, { name: 'x' }, headers)).toMatchObject({
          payload: null,
          code: 'FORBIDDEN',
        });
        const read = await callApi(node.url, '{ site { settings { allowedOrigins } } }', {}, headers);
        expect(read.data).toEqual({ site: null });
        expect(read.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      }
    });
  });

  it.each([
    ['updateSite', UPDATE, { name: 'x' }],
    ['deleteSite', DELETE, { confirmName: 'Globex' }],
    ['rotateIdentitySecret', ROTATE, {}],
  ])('%s answers alike for a foreign, an absent and a malformed id', async (_name, query, input) => {
    const before = await whatIsStored(node);

    for (const siteId of [theirs.site.id, newId('site'), newId('agent'), 'nonsense']) {
      const { payload } = await call(query, { siteId, ...input });
      expect(payload!['userErrors']).toEqual([{ code: 'NOT_FOUND', field: ['input', 'siteId'] }]);
    }

    expect(await whatIsStored(node)).toEqual(before);
  });

  it('[X-21] a rotation shows a secret that signs at once', async () => {
    const { id, key: siteKey } = await create();
    await call(UPDATE, { siteId: id, identityVerification: 'REQUIRED' });

    const { payload } = await call(ROTATE, { siteId: id });

    const secret = payload!['secret'] as string;
    const person = { externalId: '42', identitySignature: identitySignature('42', secret) };
    expect(await identify(siteKey, person)).toMatchObject({ userErrors: [] });
    expect((await call(ROTATE, { siteId: id, graceHours: 721 })).payload).toEqual({
      secret: null,
      userErrors: [{ code: 'INVALID', field: ['input', 'graceHours'] }],
    });
    expect(JSON.stringify(node.events)).not.toContain(secret);
  });

  describe('[W-10] keep of addresses', () => {
    const told = 'https://acme.test/reset/0123456789abcdef0123456789abcdef?q=a&reset_password_token=abc#/x';

    it('case 69: nothing that is not named, in the page and in its referrer, also when a widget sends it', async () => {
      const { id, key: siteKey } = await create();
      const { visitor, visitorToken } = await identify(siteKey, { page: { url: told, referrer: told } });
      const { payload } = await call(
        VIEW,
        { visitorToken, tabId: 'tab-00000001', page: { url: `${told}y` } },
        {},
      );

      expect(payload!['page'].url).toBe('https://acme.test/reset/redacted');
      const query = `query ($id: ID!) { visitor(id: $id) { recentPages { url referrer } } site { id } }`;
      const { data } = await callApi(
        node.url,
        query.replace('site { id }', `site(id: "${id}") { id }`),
        { id: visitor.id },
        admin,
      );
      expect(JSON.stringify(data)).not.toMatch(/abc|0123456789/);
      expect(data['visitor'].recentPages).toHaveLength(1);
    });

    it('case 70: what a site names, and its fragment if it says so, in force for a tab from its next identify', async () => {
      const { id, key: siteKey } = await create();
      const before = await identify(siteKey);
      await call(UPDATE, { siteId: id, keptUrlParameters: ['q'], keepsUrlFragment: true });

      const after = await identify(siteKey, { visitorToken: before['visitorToken'], tabId: 'tab-00000002' });

      const urlBy = async (visitorToken: string, tabId: string) =>
        (await call(VIEW, { visitorToken, tabId, page: { url: told } }, {})).payload!['page'].url as string;
      expect(await urlBy(before['visitorToken'], 'tab-00000001')).toBe('https://acme.test/reset/redacted');
      expect(await urlBy(after['visitorToken'], 'tab-00000002')).toBe(
        'https://acme.test/reset/redacted?q=a#/x',
      );
    });
  });
});
