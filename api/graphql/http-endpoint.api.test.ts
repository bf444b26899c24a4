import { getIntrospectionQuery } from 'graphql';
import { callApi } from '../testing/api-client';
import { startTestNode, type TestNode } from '../testing/test-node';

const JSON_TYPE = { 'content-type': 'application/json' };
const PREFLIGHT = { 'apollo-require-preflight': 'true' };
const nested = (levels: number, name = 'a') =>
  `{ ${`${name} { `.repeat(levels - 1)}${name}${' }'.repeat(levels)}`;

describe('GraphQL over HTTP', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await startTestNode();
  });
  afterAll(() => node.close());

  const send = async (init: RequestInit, search = '') => {
    const response = await fetch(`${node.url}/graphql${search}`, init);
    const text = await response.text();
    const body = JSON.parse(text) as { data?: unknown; errors?: { message: string; extensions: object }[] };
    return { status: response.status, headers: response.headers, ...body, text };
  };
  const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
    send({ method: 'POST', headers, body });
  const codes = (errors: { extensions: object }[] | undefined) =>
    errors?.map(({ extensions }) => (extensions as { code: string }).code);

  it.each<[string, () => ReturnType<typeof send>, number, string]>([
    ['a list of operations', () => post('[{"query":"{__typename}"}]'), 400, 'BATCHING_DISABLED'],
    ['an empty list', () => post('[]'), 400, 'BATCHING_DISABLED'],
    ['half a JSON text', () => post('{"query":'), 400, 'BAD_REQUEST'],
    ['no body', () => post(''), 400, 'BAD_REQUEST'],
    ['no query', () => post('{}'), 400, 'BAD_REQUEST'],
    ['a number as query', () => post('{"query":1}'), 400, 'BAD_REQUEST'],
    [
      'a body of 200 KB',
      () => post(JSON.stringify({ query: 'x'.repeat(200_000) })),
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    [
      'a form of another site',
      () => post('query=mutation{logout{agentId}}', { 'content-type': 'application/x-www-form-urlencoded' }),
      400,
      'BAD_REQUEST',
    ],
    [
      'plain text, which needs no preflight',
      () => post('{"query":"{__typename}"}', { 'content-type': 'text/plain' }),
      400,
      'BAD_REQUEST',
    ],
    ['a GET that needs no preflight', () => send({}, '?query={__typename}'), 400, 'BAD_REQUEST'],
    [
      'a GET with plain text',
      () => send({ headers: { ...PREFLIGHT, 'content-type': 'text/plain' } }, '?query={__typename}'),
      415,
      'BAD_REQUEST',
    ],
    [
      'a mutation by GET',
      () => send({ headers: PREFLIGHT }, '?query=mutation{logout{agentId}}'),
      405,
      'BAD_REQUEST',
    ],
    [
      'a query known by its hash only',
      () => post(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } })),
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
  ])('%s is refused', async (_name, act, status, code) => {
    const answer = await act();

    expect([answer.status, codes(answer.errors)]).toEqual([status, [code]]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(answer.text).not.toMatch(/node_modules|\/api\/|at .*\.js/);
    expect(answer.errors![0]!.extensions).toEqual({
      code,
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  it('a GET with the header that forces a preflight is answered', async () => {
    const { status, data } = await send({ headers: PREFLIGHT }, '?query={viewer{kind}}');

    expect([status, data]).toEqual([200, { viewer: null }]);
  });

  it('a mutation by GET names the method that is allowed', async () => {
    const { headers } = await send({ headers: PREFLIGHT }, '?query=mutation{logout{agentId}}');

    expect(headers.get('allow')).toBe('POST');
  });

  describe('documents that ask for too much', () => {
    const fragments = (count: number) =>
      Array.from({ length: count }, (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`).join(
        ' ',
      );
    const cases: [name: string, query: string, code: string][] = [
      ['1,200 tokens', `{ ${'viewer '.repeat(1_200)} }`, 'GRAPHQL_PARSE_FAILED'],
      ['32 KB of comments', `{ viewer { kind } } #${'x'.repeat(33_000)}`, 'QUERY_TOO_COMPLEX'],
      ['11 levels', nested(11), 'QUERY_TOO_DEEP'],
      [
        '11 levels through fragments',
        `{ ...a } fragment a on Query { ...b } fragment b on Query ${nested(11)}`,
        'QUERY_TOO_DEEP',
      ],
      [
        '31 aliases',
        `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
        'QUERY_TOO_COMPLEX',
      ],
      [
        'two sign-ins',
        `mutation { a: login(input: { email: "a", password: "b" }) { agent { id } }
          b: login(input: { email: "a", password: "c" }) { agent { id } } }`,
        'QUERY_TOO_COMPLEX',
      ],
      [
        'fragments that double at every step',
        `{ ...f0 } ${fragments(80)} fragment f80 on Query { __typename }`,
        'QUERY_TOO_COMPLEX',
      ],
      [
        '11 directives on a field',
        `{ viewer ${'@include(if: true) '.repeat(11)} { kind } }`,
        'GRAPHQL_VALIDATION_FAILED',
      ],
      [
        '52 directives',
        `{ ${'__typename @skip(if: false) @include(if: true) '.repeat(26)} }`,
        'QUERY_TOO_COMPLEX',
      ],
      ['300 unknown directives', `{ viewer { kind ${'@aa '.repeat(300)} } }`, 'GRAPHQL_VALIDATION_FAILED'],
    ];

    it.each(cases)('%s', async (_name, query, code) => {
      const { status, errors, data } = await callApi(node.url, query);

      expect([status, data]).toEqual([400, undefined]);
      expect(codes(errors)).toContain(code);
      expect(errors!.length).toBeLessThan(10);
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

  describe('what may be learnt about the schema', () => {
    it.each(['{ __schema { types { name } } }', '{ __type(name: "Visitor") { fields { name } } }'])(
      'nobody without a credential learns anything by %s',
      async (query) => {
        const { status, data, errors } = await callApi(node.url, query);

        expect([status, data, codes(errors)]).toEqual([400, undefined, ['INTROSPECTION_DISABLED']]);
      },
    );

    it('an API key may introspect all of it', async () => {
      const { data, errors } = await callApi(
        node.url,
        getIntrospectionQuery(),
        {},
        {
          authorization: `Bearer ${node.apiKey}`,
        },
      );

      expect(errors).toBeUndefined();
      expect(data['__schema'].queryType).toMatchObject({ name: 'Query' });
    });

    it.each([
      ['a field', '{ vister { id } }', {}],
      ['an argument', '{ visitor(idd: "x") { id } }', {}],
      [
        'an input field',
        'mutation ($i: HeartbeatInput!) { heartbeat(input: $i) { serverTime } }',
        { i: { tabIdd: 'x' } },
      ],
      ['an enum value', '{ visitors(first: 1, sort: NAME_ASK) { nodes { id } } }', {}],
    ])('no name is suggested for %s', async (_name, query, variables) => {
      const { status, errors } = await callApi(node.url, query, variables);

      expect(status).toBe(400);
      expect(JSON.stringify(errors)).not.toContain('Did you mean');
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

  it('a multipart answer is refused', async () => {
    const { status } = await callApi(node.url, '{ viewer { kind } }', {}, { accept: 'multipart/mixed' });

    expect(status).toBe(406);
  });

  describe('pages of other origins', () => {
    const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { userErrors { code } } }`;
    const allowed = 'https://shop.test';
    let siteKey: string;

    beforeAll(async () => {
      const site = await node.services.sites.create({ name: 'Shop', allowedOrigins: [allowed] });
      siteKey = site.key;
    });

    it('a preflight is answered for every origin, because it names no site', async () => {
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
      ['http://shop.test', ['ORIGIN_NOT_ALLOWED']],
      ['https://shop.test:8443', ['ORIGIN_NOT_ALLOWED']],
      ['https://shop.test.evil.com', ['ORIGIN_NOT_ALLOWED']],
      ['null', ['ORIGIN_NOT_ALLOWED']],
    ])(
      'the answer to a call from %s is readable there only when the site allows it',
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

    it('the answer to a query is readable by none of them', async () => {
      const { headers } = await callApi(node.url, '{ viewer { kind } }', {}, { origin: allowed });

      expect(headers.get('access-control-allow-origin')).toBeNull();
    });
  });
});
