import { callApi } from '../testing/api-client';
import { signIn } from '../testing/sign-in';
import { startTestNode, type TestNode } from '../testing/test-node';

const PREFLIGHT = { 'apollo-require-preflight': 'true' };
const nested = (levels: number) => `{ ${'a { '.repeat(levels - 1)}a${' }'.repeat(levels)}`;

describe('GraphQL over HTTP', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await startTestNode();
  });
  afterAll(() => node.close());

  const codes = (errors: { extensions: object }[] | undefined) =>
    errors?.map(({ extensions }) => (extensions as { code: string }).code);

  it.each<[string, RequestInit, string, number]>([
    ['plain text', { method: 'POST', headers: { 'content-type': 'text/plain' } }, '', 400],
    ['a form', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, '', 400],
    [
      'a form with parts',
      { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      '',
      400,
    ],
    ['a text without a type', { method: 'POST', headers: { 'content-type': '' } }, '', 415],
    ['a link', {}, '?query=mutation{logout{agentId}}', 400],
    [
      'a link of a page that may set headers',
      { headers: PREFLIGHT },
      '?query=mutation{logout{agentId}}',
      405,
    ],
  ])("[X-16] %s that comes with an agent's cookie signs nobody out", async (_name, init, search, status) => {
    const { cookie } = await signIn(node.url, node.agent);
    const body = init.method ? '{"query":"mutation { logout { agentId } }"}' : undefined;

    const answer = await fetch(`${node.url}/graphql${search}`, {
      ...init,
      body,
      headers: { ...(init.headers as Record<string, string>), cookie },
    });

    expect(answer.status).toBe(status);
    const { data } = await callApi(node.url, '{ viewer { kind } }', {}, { cookie });
    expect(data).toEqual({ viewer: { kind: 'AGENT' } });
  });

  describe('documents that ask for too much', () => {
    it('two sign-ins', async () => {
      const { status, errors, data } = await callApi(
        node.url,
        `mutation { a: login(input: { email: "a", password: "b" }) { agent { id } }
          b: login(input: { email: "a", password: "c" }) { agent { id } } }`,
      );

      expect([status, data, codes(errors)]).toEqual([400, undefined, ['QUERY_TOO_COMPLEX']]);
    });

    it.each([3_000, 10_000])('%i levels, without a word about how they failed', async (levels) => {
      const { status, errors } = await callApi(node.url, nested(levels));

      expect(status).toBe(400);
      expect(JSON.stringify(errors)).not.toContain('call stack');
      expect((await callApi(node.url, '{ viewer { kind } }')).status).toBe(200);
    });

    it('10 levels and 30 aliases are not too much', async () => {
      const aliases = Array.from({ length: 30 }, (_, i) => `a${i}: __typename`).join(' ');
      const { errors } = await callApi(node.url, `{ ${aliases} }`);
      const deep = await callApi(node.url, nested(10));

      expect(errors).toBeUndefined();
      expect(codes(deep.errors)).not.toContain('QUERY_TOO_DEEP');
    });
  });

  it('a subscription is sent to the other transport, and leaves nothing behind', async () => {
    const { status, data, errors } = await callApi(
      node.url,
      'subscription { visitorPresenceChanged { cursor } }',
      {},
      { authorization: `Bearer ${node.apiKey}` },
    );

    expect([status, data, codes(errors)]).toEqual([400, undefined, ['SUBSCRIPTION_TRANSPORT']]);
    expect(node.services.changes.followerCount).toBe(0);
  });

  it('mistakes are told with 400, and with 200 to clients of the older media type', async () => {
    const sendAs = (accept: string) => callApi(node.url, '{ nothing }', {}, { accept });

    expect((await sendAs('application/graphql-response+json')).status).toBe(400);
    expect((await sendAs('application/json')).status).toBe(200);
  });

  describe('pages of other origins', () => {
    const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { userErrors { code } } }`;
    const allowed = 'https://shop.test';
    let siteKey: string;

    beforeAll(async () => {
      const allowedOrigins = [allowed, 'https://*.shop.test:8443'];
      const site = await node.services.sites.create({ name: 'Shop', allowedOrigins });
      await node.services.sites.create({ name: 'Other', allowedOrigins: ['https://other.test'] });
      siteKey = site.key;
    });

    it('[X-18] a preflight is answered for every origin, because it names no site', async () => {
      const response = await fetch(`${node.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin: 'https://any.test', 'access-control-request-method': 'POST' },
      });

      expect(response.status).toBe(204);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'access-control-allow-origin': 'https://any.test',
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'content-type',
        'access-control-max-age': '7200',
        vary: 'Origin',
      });
      expect(response.headers.has('access-control-allow-credentials')).toBe(false);
    });

    it.each([
      [allowed, []],
      ['https://de.shop.test:8443', []],
      ['https://de.shop.test', ['ORIGIN_NOT_ALLOWED']],
      ['https://de-shop.test:8443', ['ORIGIN_NOT_ALLOWED']],
      ['https://shop.test:8443', ['ORIGIN_NOT_ALLOWED']],
      ['https://SHOP.test', ['ORIGIN_NOT_ALLOWED']],
      ['https://shop.test/', ['ORIGIN_NOT_ALLOWED']],
      ['https://other.test', ['ORIGIN_NOT_ALLOWED']],
      ['http://shop.test', ['ORIGIN_NOT_ALLOWED']],
      ['https://shop.test.evil.com', ['ORIGIN_NOT_ALLOWED']],
      ['null', ['ORIGIN_NOT_ALLOWED']],
    ])(
      '[X-18] the answer to a call from %s is readable there only when the site allows it',
      async (origin, expected) => {
        const input = { siteKey, tabId: 'tab-00000001' };

        const { data, headers } = await callApi(node.url, IDENTIFY, { input }, { origin });

        const { userErrors } = data['identify'] as { userErrors: { code: string }[] };
        expect(userErrors.map(({ code }) => code)).toEqual(expected);
        expect(headers.get('access-control-allow-origin')).toBe(expected.length === 0 ? origin : null);
        expect(headers.get('vary')).toBe('Origin');
        expect(headers.has('access-control-allow-credentials')).toBe(false);
      },
    );

    it('[X-18] the answer to a query is readable by none of them', async () => {
      const { headers } = await callApi(node.url, '{ viewer { kind } }', {}, { origin: allowed });

      expect(headers.get('access-control-allow-origin')).toBeNull();
    });
  });
});
