import { callApi } from '../testing/api-client';
import { recordCommands } from '../testing/record-commands';
import { startTestNode, type TestNode } from '../testing/test-node';
import { untilPasses } from '../testing/until-passes';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitorToken userErrors { code } visitor { id } } }`;
const PAGE_VIEW = `mutation ($input: RecordPageViewInput!) { recordPageView(input: $input) { userErrors { code } } }`;
const DISCONNECT = `mutation ($input: DisconnectInput!) { disconnect(input: $input) { userErrors { code } } }`;
const VISIT = `query ($id: ID!, $first: Int) { visitor(id: $id) { isOnline visitCount recentPages(first: $first) { url title } } }`;

describe('a visit', () => {
  let node: TestNode;
  beforeAll(async () => (node = await startTestNode({ env: { PORCHLIGHT_SWEEP_MS: '20' } })));
  afterAll(() => node.close());

  const page = (path: string) => ({ url: `https://acme.test${path}`, title: path.slice(1) });
  const ask = async (id: string, first = 10) => {
    const answer = await callApi(node.url, VISIT, { id, first }, { authorization: `Bearer ${node.apiKey}` });
    return answer;
  };
  const open = async (path: string, visitorToken?: string) => {
    const tabId = `tab-${Math.random().toString(36).slice(2, 14)}`;
    const input = { siteKey: node.site.key, tabId, visitorToken, page: page(path) };
    const { data } = await callApi(node.url, IDENTIFY, { input });
    const { identify } = data as { identify: { visitorToken: string; visitor: { id: string } } };
    return { tabId, visitorToken: identify.visitorToken, id: identify.visitor.id };
  };
  const send = async (query: string, input: Record<string, unknown>) => {
    const { errors } = await callApi(node.url, query, { input });
    expect(errors).toBeUndefined();
  };
  const paths = (answer: Awaited<ReturnType<typeof ask>>) =>
    (answer.data as { visitor: { recentPages: { title: string }[] } }).visitor.recentPages.map(
      ({ title }) => title,
    );

  it('has its pages, newest first, while it is on and when it is over; the next one starts anew', async () => {
    const { id, tabId, visitorToken } = await open('/home');
    for (const path of ['/pricing', '/docs', '/docs', '/pricing']) {
      await send(PAGE_VIEW, { visitorToken, tabId, page: page(path) });
    }
    expect(paths(await ask(id))).toEqual(['pricing', 'docs', 'pricing', 'home']);
    expect(paths(await ask(id, 2))).toEqual(['pricing', 'docs']);

    await send(DISCONNECT, { visitorToken, tabId });
    node.advanceClock(6_000);
    await untilPasses(async () => {
      const [presence] = await node.services.sessions.getManyPresence(
        [{ siteId: node.site.id, visitorId: id }],
        'pages',
      );
      expect(presence?.pages).toBeNull();
    });
    await node.services.sweeper.stored();
    expect(paths(await ask(id))).toEqual(['pricing', 'docs', 'pricing', 'home']);

    await open('/again', visitorToken);
    expect(paths(await ask(id))).toEqual(['again']);
  });

  it('keeps no more than twenty pages', async () => {
    const { id, tabId, visitorToken } = await open('/0');
    for (let i = 1; i <= 25; i++) await send(PAGE_VIEW, { visitorToken, tabId, page: page(`/${i}`) });

    expect(paths(await ask(id, 20))).toEqual(Array.from({ length: 20 }, (_, i) => String(25 - i)));
    const tooMany = await ask(id, 21);
    expect(tooMany.data['visitor'].recentPages).toBeNull();
    expect(tooMany.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('is read with one Redis command, whatever is asked about it', async () => {
    const { id } = await open('/home');
    const query = `query ($id: ID!) { visitor(id: $id) { isOnline lastSeenAt presence { state since sessionCount }
      sessions { tabId } currentPage { url } recentPages { url } } }`;

    const commands = await recordCommands(node.redis.url, () =>
      callApi(node.url, query, { id }, { authorization: `Bearer ${node.apiKey}` }),
    );

    expect(commands.filter((args) => args.includes(id))).toHaveLength(1);
  });
});
