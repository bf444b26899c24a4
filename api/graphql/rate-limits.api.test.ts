import { Client } from 'pg';
import { LIMITS } from '../limits';
import { callApi, type ApiAnswer } from '../testing/api-client';
import { RawSocket } from '../testing/raw-socket';
import { recordCommands } from '../testing/record-commands';
import { startTestNode, type TestNode } from '../testing/test-node';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitorToken userErrors { code } } }`;
const HEARTBEAT = `mutation ($input: HeartbeatInput!) { heartbeat(input: $input) { userErrors { code } } }`;
const VISITORS = 'query ($n: Int!) { visitors(first: $n) { nodes { id } } }';
const WATCH = 'subscription { visitorPresenceChanged { cursor } }';
/** Of a Redis that is merely late because tests share the machine nothing is to be learned. */
const PATIENT = { PORCHLIGHT_RATE_LIMIT_PATIENCE_MS: '60000', PORCHLIGHT_REDIS_READ_DEADLINE_MS: '60000' };
/** Far more than a test's bucket holds, and than comes back while it runs. */
const MANY = 100;
const SMALL = {
  ...PATIENT,
  PORCHLIGHT_TRUSTED_PROXIES: '127.0.0.1',
  PORCHLIGHT_ADDRESS_LIMIT: '20',
  PORCHLIGHT_ADDRESS_RESTORE_PER_SECOND: '1',
  PORCHLIGHT_VISITOR_LIMIT: '5',
  PORCHLIGHT_VISITOR_RESTORE_PER_SECOND: '1',
  PORCHLIGHT_API_KEY_LIMIT: '1000',
  PORCHLIGHT_API_KEY_RESTORE_PER_SECOND: '1',
};

const codeOf = ({ errors }: ApiAnswer) => errors?.[0]?.extensions['code'];
const retryAfterMs = ({ headers }: ApiAnswer) => Number(headers.get('retry-after')) * 1_000;

/** Calls until one is refused. */
async function untilRefused(
  call: (i: number) => Promise<ApiAnswer>,
): Promise<[refusal: ApiAnswer, passed: number]> {
  for (let i = 0; i < MANY; i++) {
    const answer = await call(i);
    if (answer.errors) return [answer, i];
  }
  throw new Error(`None of ${MANY} calls was refused`);
}

describe('how often one may call', () => {
  let node: TestNode;
  let addresses = 0;

  beforeAll(async () => (node = await startTestNode({ env: SMALL })));
  afterAll(() => node.close());

  const newAddress = () => `198.51.100.${(addresses += 1)}`;
  const send = (query: string, input: object, headers: Record<string, string>, url = node.url) =>
    callApi(url, query, { input }, headers);
  const identify = (from: string, input: object = {}, url = node.url) =>
    send(
      IDENTIFY,
      { siteKey: node.site.key, tabId: 'tab-00000001', ...input },
      { 'x-forwarded-for': from, origin: 'https://shop.test' },
      url,
    );
  const newToken = async () => (await identify(newAddress())).data['identify'].visitorToken as string;
  const beat = (visitorToken: string, from: string) =>
    send(HEARTBEAT, { visitorToken, tabId: 'tab-00000001' }, { 'x-forwarded-for': from });

  it('[X-40] an address that opens page after page is refused with the time to wait, which its pages can read', async () => {
    const from = newAddress();

    const [refusal] = await untilRefused(() => identify(from));
    const elsewhere = await identify(newAddress());
    node.advanceClock(retryAfterMs(refusal));

    expect([refusal.status, codeOf(refusal), refusal.data]).toEqual([
      429,
      'RATE_LIMITED',
      { identify: null },
    ]);
    expect(Object.fromEntries(refusal.headers)).toMatchObject({
      'retry-after': expect.stringMatching(/^[1-9]\d*$/),
      'content-type': expect.stringContaining('json'),
      'access-control-allow-origin': 'https://shop.test',
      'access-control-expose-headers': 'Retry-After',
    });
    expect(refusal.errors![0]!.extensions['retryAfterSeconds']).toBe(retryAfterMs(refusal) / 1_000);
    expect(elsewhere.errors).toBeUndefined();
    expect((await identify(from)).errors).toBeUndefined();
  });

  it('[X-20] what a caller claims of its address changes nothing: the nearest address that is not trusted counts', async () => {
    const from = newAddress();

    const [refusal] = await untilRefused((i) => identify(`203.0.113.${i}, 10.0.0.${i}, ${from}`));

    expect(codeOf(refusal)).toBe('RATE_LIMITED');
  });

  it('[X-20] one IPv6 network is one caller, and an IPv4 address is itself in either form', async () => {
    const [refusal] = await untilRefused((i) => identify(`2001:db8:7:7::${i + 1}`));
    const from = newAddress();
    const [mapped] = await untilRefused((i) => identify(i % 2 ? from : `::ffff:${from}`));

    expect([refusal, mapped].map(codeOf)).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
  });

  it('[X-20] nodes count together', async () => {
    const other = await startTestNode({ besides: node, env: SMALL });
    const from = newAddress();

    const [, passed] = await untilRefused((i) => identify(from, {}, i % 2 ? other.url : node.url));

    // Counted apart it would have been twice the limit.
    expect(passed).toBeLessThan(1.5 * Number(SMALL.PORCHLIGHT_ADDRESS_LIMIT));
    await other.close();
  });

  it('[X-19] a token that was made up is paid for by its address', async () => {
    const from = newAddress();

    const [refusal] = await untilRefused(() => beat('made-up', from));

    expect([refusal.status, codeOf(refusal)]).toEqual([429, 'RATE_LIMITED']);
  });

  it('[X-40] one visitor who calls too often has to wait, and takes nothing from the others behind the address', async () => {
    const [eager, calm] = [await newToken(), await newToken()];
    const from = newAddress();

    const [refusal] = await untilRefused(() => beat(eager, from));
    for (let i = 0; i < 30; i++) await beat(eager, from);

    expect([refusal.status, codeOf(refusal)]).toEqual([429, 'RATE_LIMITED']);
    expect((await beat(calm, from)).errors).toBeUndefined();
    node.advanceClock(retryAfterMs(refusal));
    expect((await beat(eager, from)).errors).toBeUndefined();
  });

  it('[X-20] a call without a credential that is no widget’s is paid for by its address', async () => {
    const from = newAddress();

    const [refusal] = await untilRefused(() =>
      callApi(node.url, '{ viewer { kind } }', {}, { 'x-forwarded-for': from }),
    );

    expect([refusal.status, codeOf(refusal)]).toEqual([429, 'RATE_LIMITED']);
  });

  it('[X-20] a heartbeat asks Redis about its visitor and its address in one trip, before all else', async () => {
    const token = await newToken();
    const from = newAddress();
    await beat(token, from);

    const all = await recordCommands(node.redis.url, () => beat(token, from), { withRates: true });

    const isRate = ([, , , key]: string[]) => key?.startsWith('pl:rate:') ?? false;
    const own = all.filter((command) => isRate(command) || JSON.stringify(command).includes(node.site.id));
    expect(own.map(isRate)).toEqual([true, true, false]);
  });

  describe('with an API key', () => {
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
      node.advanceClock(retryAfterMs(refusal));
      const later = await ask(secret, VISITORS, { n: 97 });
      await untilRefused(() => ask(secret, VISITORS, { n: 97 }));
      const cheap = await ask(secret, '{ rateLimit { cost } }');

      expect([refusal.status, codeOf(refusal), refusal.data]).toEqual([429, 'RATE_LIMITED', undefined]);
      expect(refusal.extensions).toMatchObject({ cost: { requested: 97 } });
      expect([later.errors, cheap.errors]).toEqual([undefined, undefined]);
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
  });
});

describe('with the limits as they are', () => {
  it('case 80: an office of 200 visitors behind one address is not refused, and a token that calls without end is', async () => {
    const env = {
      ...PATIENT,
      PORCHLIGHT_ADDRESS_LIMIT: String(LIMITS.addressLimit),
      PORCHLIGHT_VISITOR_LIMIT: String(LIMITS.visitorLimit),
      // Come back as slowly as can be set: a slow machine must not let the token through for ever.
      PORCHLIGHT_VISITOR_RESTORE_PER_SECOND: '1',
    };
    const node = await startTestNode({ env });
    const identify = (i: number) =>
      callApi(node.url, IDENTIFY, { input: { siteKey: node.site.key, tabId: `tab-office-${i}` } });

    const office = await Promise.all(Array.from({ length: 200 }, (_, i) => identify(i)));
    const { visitorToken } = office[0]!.data['identify'] as { visitorToken: string };
    const beats = () => callApi(node.url, HEARTBEAT, { input: { visitorToken, tabId: 'tab-office-0' } });
    const [refusal] = await untilRefused(beats);

    expect(office.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect([refusal.status, codeOf(refusal)]).toEqual([429, 'RATE_LIMITED']);
    await node.close();
  });

  it('[X-20] a forged X-Forwarded-For changes nothing where no proxy is trusted', async () => {
    const node = await startTestNode({ env: { ...SMALL, PORCHLIGHT_TRUSTED_PROXIES: '' } });

    const [refusal] = await untilRefused((i) =>
      callApi(node.url, '{ viewer { kind } }', {}, { 'x-forwarded-for': `203.0.113.${i}` }),
    );

    expect(codeOf(refusal)).toBe('RATE_LIMITED');
    await node.close();
  });

  it('[X-20] while Redis is away a node counts for itself', async () => {
    const node = await startTestNode({ env: SMALL });
    await node.redis.kill();

    const [refusal, passed] = await untilRefused(() => callApi(node.url, '{ viewer { kind } }'));

    expect(codeOf(refusal)).toBe('RATE_LIMITED');
    expect(passed).toBeGreaterThanOrEqual(Number(SMALL.PORCHLIGHT_ADDRESS_LIMIT));
    await node.close();
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
