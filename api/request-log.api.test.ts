import { createHash } from 'node:crypto';
import { callApi } from './testing/api-client';
import { signIn } from './testing/sign-in';
import { startTestNode, type TestNode } from './testing/test-node';
import { untilPasses } from './testing/until-passes';

describe('the line that the log has for a request', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await startTestNode();
  });
  afterAll(() => node.close());

  // The line is written when the answer has left, which may be after it has arrived.
  const lineOf = (headers: Headers) =>
    untilPasses(() => {
      const requestId = headers.get('x-request-id');
      const lines = node.events.filter(
        ({ event, requestId: id }) => event === 'request_served' && id === requestId,
      );
      return lines.length === 1
        ? Promise.resolve(lines[0]!)
        : Promise.reject(new Error(`${lines.length} lines`));
    });
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${node.url}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('says what was asked, by whom, and how it went, in one line', async () => {
    const query = 'query Who { viewer { kind } }';

    const { headers } = await callApi(node.url, query, {}, { authorization: `Bearer ${node.apiKey}` });

    expect(await lineOf(headers)).toEqual({
      level: expect.any(String) as string,
      time: expect.any(String) as string,
      event: 'request_served',
      requestId: headers.get('x-request-id'),
      status: 200,
      durationMs: expect.any(Number) as number,
      credential: 'API_KEY',
      operation: 'query',
      operationName: 'Who',
      operationHash: createHash('sha256').update(query).digest('hex').slice(0, 16),
      codes: [],
    });
  });

  it.each<[string, string, Record<string, string>, object]>([
    [
      'a sign-in',
      '{"query":"mutation { logout { agentId } }"}',
      {},
      { operation: 'mutation', status: 200, credential: 'NONE', codes: [] },
    ],
    ['malformed JSON', '{"query"', {}, { operation: 'none', status: 400, codes: ['BAD_REQUEST'] }],
    ['a list', '[{"query":"{ viewer { kind } }"}]', {}, { status: 400, codes: ['BATCHING_DISABLED'] }],
    [
      'a syntax error',
      '{"query":"{"}',
      {},
      { operation: 'none', status: 400, codes: ['GRAPHQL_PARSE_FAILED'] },
    ],
    [
      'a query of nobody',
      '{"query":"{ site { id } }"}',
      {},
      { operation: 'query', status: 401, codes: ['UNAUTHENTICATED'] },
    ],
    [
      'a wrong key',
      '{"query":"{ site { id } }"}',
      { authorization: 'Bearer pl_x' },
      { operation: 'none', status: 401, codes: ['UNAUTHENTICATED'] },
    ],
    [
      'a subscription',
      '{"query":"subscription { visitorPresenceChanged { cursor } }"}',
      {},
      { operation: 'subscription', status: 400, codes: ['SUBSCRIPTION_TRANSPORT'] },
    ],
  ])('tells of %s, with its code', async (_name, body, headers, expected) => {
    expect(await lineOf((await post(body, headers)).headers)).toMatchObject(expected);
  });

  it('knows an agent by the cookie', async () => {
    const { headers } = await callApi(
      node.url,
      '{ viewer { kind } }',
      {},
      await signIn(node.url, node.agent),
    );

    expect(await lineOf(headers)).toMatchObject({ credential: 'AGENT' });
  });

  it('[X-38] holds nothing of what was told: no text, no variable, no header, no query string', async () => {
    const canary = 'canary-hunter2';
    const input = { email: `${canary}@example.com`, password: canary };
    const query = `mutation Named($input: LoginInput!) { login(input: $input) { userErrors { message } } } # ${canary}`;

    const { headers } = await callApi(
      node.url,
      query,
      { input },
      {
        cookie: `porchlight_session=${canary}`,
        'user-agent': canary,
        'x-forwarded-for': canary,
      },
    );
    await lineOf(headers);
    const get = await fetch(`${node.url}/graphql?query={viewer{kind}}&token=${canary}`, {
      headers: { 'apollo-require-preflight': '1' },
    });

    expect(await lineOf(get.headers)).toMatchObject({ status: 200, operation: 'query' });
    expect(JSON.stringify(node.events)).not.toContain('hunter2');
  });

  it('cuts the name that a caller gave', async () => {
    const { headers } = await post(JSON.stringify({ query: `query ${'x'.repeat(500)} { viewer { kind } }` }));

    expect(await lineOf(headers)).toMatchObject({ operationName: 'x'.repeat(64) });
  });

  it('is at info for a fault of ours', async () => {
    const read = jest
      .spyOn(node.services.apiKeys, 'listOfSite')
      .mockRejectedValueOnce(new TypeError('a bug'));

    const { headers } = await callApi(
      node.url,
      '{ site { apiKeys { id } } }',
      {},
      await signIn(node.url, node.agent),
    );

    expect(await lineOf(headers)).toMatchObject({ level: 'info', codes: ['INTERNAL_SERVER_ERROR'] });
    read.mockRestore();
  });
});
