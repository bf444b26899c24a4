import { callApi } from '../testing/api-client';
import { startTestNode, type TestNode } from '../testing/test-node';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { id } visitorToken } }`;
const DISCONNECT = `mutation ($input: DisconnectInput!) { disconnect(input: $input) { isStillOnline } }`;
const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $sort: VisitorSort,
    $filter: VisitorFilter, $search: String) {
  visitors(first: $first, after: $after, last: $last, before: $before, sort: $sort, filter: $filter, search: $search) {
    edges { cursor node { id } } totalCount
    nodes { id displayName isOnline lastSeenAt firstSeenAt presence { state since } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const BOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0';
const NAMES = ['Zoë', 'anna', null, 'Bo', 'Anna', null, 'bo%', 'Ümit', 'Carl', 'carl', null, 'D_d'];

interface Row {
  id: string;
  displayName: string | null;
  isOnline: boolean;
  lastSeenAt: string;
  firstSeenAt: string;
  presence: { state: string; since: string | null };
}
interface Connection {
  edges: { cursor: string; node: { id: string } }[];
  nodes: Row[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

describe('the list of visitors', () => {
  let node: TestNode;
  let bots: string[];

  const ask = (variables: Record<string, unknown>) =>
    callApi(node.url, PAGE, variables, { authorization: `Bearer ${node.apiKey}` });
  const page = async (variables: Record<string, unknown>): Promise<Connection> => {
    const { errors, data } = await ask(variables);
    expect(errors).toBeUndefined();
    return data['visitors'] as Connection;
  };
  const arrive = async (index: number, displayName: string | null, userAgent: string) => {
    const tabId = `tab-${String(index).padStart(6, '0')}`;
    const input = { siteKey: node.site.key, tabId, displayName };
    const headers = { origin: 'https://acme.test', 'user-agent': userAgent };
    const { data } = await callApi(node.url, IDENTIFY, { input }, headers);
    const { visitor, visitorToken } = data['identify'] as { visitor: { id: string }; visitorToken: string };
    return { id: visitor.id, leave: () => callApi(node.url, DISCONNECT, { input: { visitorToken, tabId } }) };
  };

  // Nobody may come or go while pages are put together.
  beforeAll(async () => {
    node = await startTestNode();
    for (const [index, name] of NAMES.entries()) {
      const { leave } = await arrive(index, name, BROWSER);
      if (index % 2 === 1) await leave();
    }
    const [one, other] = [await arrive(100, 'Bot', BOT), await arrive(101, 'Bot', BOT)];
    await other.leave();
    bots = [one.id, other.id];
  });
  afterAll(() => node.close());

  it('ONLINE_FIRST shows the newest arrivals, then those last seen', async () => {
    const { nodes } = await page({ first: 100 });

    const online = nodes.filter(({ isOnline }) => isOnline);
    const rest = nodes.filter(({ isOnline }) => !isOnline);
    expect(nodes).toEqual([...online, ...rest]);
    expect([online.length, rest.length]).toEqual([6, 6]);
    const since = online.map(({ presence }) => presence.since);
    const seen = rest.map(({ lastSeenAt }) => lastSeenAt);
    expect(since).toEqual([...since].sort().reverse());
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('NAME_ASC puts the nameless last', async () => {
    const { nodes } = await page({ first: 100, sort: 'NAME_ASC' });

    const names = nodes.map(({ displayName }) => displayName);
    expect(names.slice(-3)).toEqual([null, null, null]);
    expect(names.slice(0, 2).map((name) => name?.toLowerCase())).toEqual(['anna', 'anna']);
  });

  it('leaves bots out unless asked for', async () => {
    const without = await page({ first: 100 });
    const withBots = await page({ first: 100, filter: { includeBots: true } });

    expect(without.nodes.filter(({ id }) => bots.includes(id))).toEqual([]);
    expect(withBots.nodes.filter(({ id }) => bots.includes(id))).toHaveLength(2);
    expect(withBots.totalCount).toBe(NAMES.length + 2);
  });

  it.each([
    ['ANNA', 2],
    ['bo%', 1],
    ['_', 1],
    ['%', 1],
    ['\\', 0],
    ["'; DROP TABLE visitors", 0],
    [' an\u0000na ', 2],
  ])('a search for %j finds what contains it, sign for sign', async (search, count) => {
    const { nodes, totalCount } = await page({ first: 100, search });

    expect([nodes.length, totalCount]).toEqual([count, count]);
  });

  it.each<[string, object]>([
    ['neither first nor last', {}],
    ['both', { first: 1, last: 1 }],
    ['first 0', { first: 0 }],
    ['first -1', { first: -1 }],
    ['first 101', { first: 101 }],
    ['last 101', { last: 101 }],
    ['before with first', { first: 1, before: 'x' }],
    ['after with last', { last: 1, after: 'x' }],
    ['a search of 301 characters', { first: 1, search: 'x'.repeat(301) }],
  ])('%s is BAD_USER_INPUT', async (_name, variables) => {
    const { status, data, errors } = await ask({ ...variables });

    expect([status, data]).toEqual([400, { visitors: null }]);
    expect(errors).toMatchObject([{ path: ['visitors'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('a cursor that is damaged, or of another sort, filter or search, is INVALID_CURSOR', async () => {
    const { pageInfo } = await page({ first: 1 });
    const { endCursor: after } = pageInfo;
    const flipped = after.slice(0, -2) + (after.endsWith('A') ? 'B' : 'A') + after.slice(-1);

    for (const variables of [
      { after, sort: 'NAME_ASC' },
      { after, filter: { isOnline: true } },
      { after, search: 'anna' },
      { after: flipped },
      { after: after.slice(4) },
      { after: 'x' },
      { after: '\u0000' },
    ]) {
      const { status, data, errors } = await ask({ first: 1, ...variables });
      expect([status, data]).toEqual([200, { visitors: null }]);
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
    }
  });

  it('a cursor holds on another node', async () => {
    const second = await startTestNode({ besides: node });
    const { pageInfo, nodes } = await page({ first: 2 });
    const whole = await page({ first: 3 });

    const { data } = await callApi(
      second.url,
      PAGE,
      { first: 1, after: pageInfo.endCursor },
      {
        authorization: `Bearer ${node.apiKey}`,
      },
    );

    expect([...nodes, ...(data['visitors'] as Connection).nodes].map(({ id }) => id)).toEqual(
      whole.nodes.map(({ id }) => id),
    );
    await second.close();
  });

  // Last: what stops Redis stops it for good.
  it('[P8] without Redis everybody is listed by when they were last seen, and a walk that began goes on', async () => {
    const { pageInfo } = await page({ first: 2 });
    await node.redis.kill();

    const { nodes, totalCount } = await page({ first: 100 });
    const rest = await page({ first: 100, after: pageInfo.endCursor });

    const seen = nodes.map(({ lastSeenAt }) => lastSeenAt);
    expect(seen).toEqual([...seen].sort().reverse());
    expect(nodes.map(({ isOnline, presence }) => [isOnline, presence.state])).toEqual(
      NAMES.map(() => [false, 'UNKNOWN']),
    );
    expect(totalCount).toBe(NAMES.length);
    expect(rest.nodes.length).toBe(NAMES.length);
    for (const isOnline of [true, false]) {
      const { data, errors } = await ask({ first: 1, filter: { isOnline } });
      expect(data).toEqual({ visitors: null });
      expect(errors).toMatchObject([{ extensions: { code: 'PRESENCE_UNAVAILABLE' } }]);
    }
  });
});
