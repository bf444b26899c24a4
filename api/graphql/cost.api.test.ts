import { Client } from 'pg';
import { callApi, type ApiAnswer } from '../testing/api-client';
import { RawSocket } from '../testing/raw-socket';
import { startTestNode, type TestNode } from '../testing/test-node';
import { PATIENT, untilRefused } from '../testing/until-refused';

const VISITORS = 'query ($n: Int!) { visitors(first: $n) { nodes { id } } }';
const WATCH = 'subscription { visitorPresenceChanged { cursor } }';
const SMALL = {
  ...PATIENT,
  PORCHLIGHT_API_KEY_LIMIT: '1000',
  PORCHLIGHT_API_KEY_RESTORE_PER_SECOND: '1',
};

const codeOf = ({ errors }: ApiAnswer) => errors?.[0]?.extensions['code'];
const retryAfterMs = ({ headers }: ApiAnswer) => Number(headers.get('retry-after')) * 1_000;

describe('what an API key may use', () => {
  let node: TestNode;

  beforeAll(async () => (node = await startTestNode({ env: SMALL })));
  afterAll(() => node.close());

  const newKey = async () => {
    const { secret } = await node.services.apiKeys.create({
      siteId: node.site.id,
      name: 'limits',
      scopes: ['VISITORS_READ', 'PRESENCE_SUBSCRIBE'] as never,
      expiresAt: null,
    });
    return secret;
  };
  const ask = (secret: string, query: string, variables = {}) =>
    callApi(node.url, query, variables, { authorization: `Bearer ${secret}` });

  it('[X-20] every answer says what it cost and what is left, and the query for it says the same', async () => {
    const secret = await newKey();

    const first = await ask(secret, VISITORS, { n: 90 });
    const second = await ask(secret, '{ rateLimit { limit remaining restorePerSecond cost } }');

    expect(first.extensions).toEqual({
      cost: { requested: 90, limit: 1000, remaining: 910, restorePerSecond: 1 },
    });
    const { cost, remaining, ...bucket } = second.data['rateLimit'] as Record<string, number>;
    expect([cost, bucket]).toEqual([1, { limit: 1000, restorePerSecond: 1 }]);
    expect(second.extensions).toEqual({ cost: { requested: cost, remaining, ...bucket } });
    expect(remaining).toBeGreaterThanOrEqual(909);
  });

  it('[X-20] it is refused what it can no longer pay, and not what it can', async () => {
    const secret = await newKey();

    const [refusal] = await untilRefused(() => ask(secret, VISITORS, { n: 97 }));
    const cheap = await ask(secret, '{ rateLimit { cost } }');
    // A second more for the point that was spent since.
    node.advanceClock(retryAfterMs(refusal) + 1_000);
    const later = await ask(secret, VISITORS, { n: 97 });

    expect([refusal.status, codeOf(refusal), refusal.data]).toEqual([429, 'RATE_LIMITED', undefined]);
    expect(refusal.extensions).toMatchObject({ cost: { requested: 97 } });
    expect([cheap.errors, later.errors]).toEqual([undefined, undefined]);
  });

  it('[X-20] it is refused a subscription in the same words', async () => {
    const secret = await newKey();
    const socket = await RawSocket.connect(node.url, secret);
    await untilRefused(() => ask(secret, VISITORS, { n: 100 }));
    // Back in time, so that nothing comes back meanwhile.
    node.advanceClock(-3_600_000);

    await untilRefused(() => ask(secret, '{ rateLimit { cost } }'));
    socket.subscribe('1', WATCH);

    const { payload } = await socket.next('error', '1');
    expect(payload).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } },
    ]);
    node.advanceClock(3_600_000);
    await socket.close();
  });

  it('[X-03] what would cost over a thousand is refused before anything is read, over both transports', async () => {
    const socket = await RawSocket.connect(node.url, node.apiKey);
    const query = jest.spyOn(Client.prototype, 'query');
    const dear = '{ visitors(first: 100) { nodes { sessions { page { url } } } } }';
    const dearer = `subscription { visitorPresenceChanged { changes { visitor {
      sessions { page { url } } a: sessions { page { url } } b: sessions { page { url } } } } } }`;

    const { status, errors, data } = await ask(node.apiKey, dear);
    socket.subscribe('1', dearer);
    const { payload } = await socket.next('error', '1');

    expect([status, data, errors?.map(({ extensions }) => extensions['code'])]).toEqual([
      400,
      undefined,
      ['QUERY_TOO_COMPLEX'],
    ]);
    expect(payload).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    expect(query.mock.calls.filter(([sent]) => JSON.stringify(sent).includes('visitors'))).toEqual([]);
    query.mockRestore();
    await socket.close();
  });

  it('[X-20] a subscription pays for every minute it starts, and ends when it cannot', async () => {
    const node = await startTestNode({
      env: {
        ...PATIENT,
        PORCHLIGHT_API_KEY_LIMIT: '5',
        PORCHLIGHT_API_KEY_RESTORE_PER_SECOND: '1',
        PORCHLIGHT_SUBSCRIPTION_CHARGE_MS: '20',
      },
    });
    const socket = await RawSocket.connect(node.url, node.apiKey);

    socket.subscribe('1', WATCH);

    const { payload } = await socket.next('error', '1');
    expect(payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    await socket.close();
    await node.close();
  });
});
