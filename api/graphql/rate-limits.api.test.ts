import { LIMITS } from '../limits';
import { callApi, type ApiAnswer } from '../testing/api-client';
import { recordCommands } from '../testing/record-commands';
import { startTestNode, type TestNode } from '../testing/test-node';
import { PATIENT, untilRefused } from '../testing/until-refused';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitorToken userErrors { code } } }`;
const HEARTBEAT = `mutation ($input: HeartbeatInput!) { heartbeat(input: $input) { userErrors { code } } }`;
const SMALL = {
  ...PATIENT,
  PORCHLIGHT_TRUSTED_PROXIES: '127.0.0.1',
  PORCHLIGHT_ADDRESS_LIMIT: '20',
  PORCHLIGHT_ADDRESS_RESTORE_PER_SECOND: '1',
  PORCHLIGHT_VISITOR_LIMIT: '5',
  PORCHLIGHT_VISITOR_RESTORE_PER_SECOND: '1',
};

const codeOf = ({ errors }: ApiAnswer) => errors?.[0]?.extensions['code'];
const retryAfterMs = ({ headers }: ApiAnswer) => Number(headers.get('retry-after')) * 1_000;

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
});
