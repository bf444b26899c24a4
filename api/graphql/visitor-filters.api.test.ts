import { ApiScope } from '../access';
import { callApi } from '../testing/api-client';
import { startTestNode, type TestNode } from '../testing/test-node';
import { Visitor } from '../visitors/visitor.entity';
import { createDataSource } from '../postgres/data-source';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { id } visitorToken userErrors { code } } }`;
const DISCONNECT = `mutation ($input: DisconnectInput!) { disconnect(input: $input) { isStillOnline } }`;
const LIST = `query ($filter: VisitorFilter, $sort: VisitorSort) {
  visitors(first: 100, filter: $filter, sort: $sort) { totalCount nodes { id isOnline } } }`;

describe('filters of the list of visitors', () => {
  let node: TestNode;
  let ann: string;
  let bob: string;
  let cid: string;

  const arrive = async (tabId: string, more: object) => {
    const { data } = await callApi(node.url, IDENTIFY, { input: { siteKey: node.site.key, tabId, ...more } });
    const { visitor, visitorToken } = data['identify'] as { visitor: { id: string }; visitorToken: string };
    return { id: visitor.id, leave: () => callApi(node.url, DISCONNECT, { input: { visitorToken, tabId } }) };
  };
  const ask = (filter: object, sort?: string, secret = node.apiKey) =>
    callApi(node.url, LIST, { filter, sort }, { authorization: `Bearer ${secret}` });
  /** Ids in every sort that the filter goes with; they have to agree, and so has the count. */
  const idsOf = async (filter: object): Promise<string[]> => {
    const answers = await Promise.all(
      ['ONLINE_FIRST', 'LAST_SEEN_DESC', 'NAME_ASC'].map((sort) => ask(filter, sort)),
    );
    const lists = answers.map(({ data, errors }) => {
      expect(errors).toBeUndefined();
      const { nodes, totalCount } = data['visitors'] as { nodes: { id: string }[]; totalCount: number };
      expect(totalCount).toBe(nodes.length);
      return nodes.map(({ id }) => id).sort();
    });
    expect(lists).toEqual(lists.map(() => lists[0]));
    return lists[0]!;
  };
  const sorted = (...ids: string[]) => [...ids].sort();

  beforeAll(async () => {
    node = await startTestNode();
    const pricing = { url: 'https://acme.test/pricing/teams' };
    ann = (await arrive('tab-ann-1', { externalId: 'ann', traits: { plan: 'pro', seats: 5 }, page: pricing }))
      .id;
    bob = (
      await arrive('tab-bob-1', {
        traits: { plan: 'free', isNew: true },
        page: { url: 'https://acme.test/' },
      })
    ).id;
    const gone = await arrive('tab-cid-1', { externalId: 'cid', traits: { plan: 'pro' }, page: pricing });
    cid = gone.id;
    await gone.leave();
  });
  afterAll(() => node.close());

  it('isIdentified tells those with an external id from the others', async () => {
    expect(await idsOf({ isIdentified: true })).toEqual(sorted(ann, cid));
    expect(await idsOf({ isIdentified: false })).toEqual([bob]);
    expect(await idsOf({ isIdentified: true, isOnline: true })).toEqual([ann]);
  });

  it('traits have to have exactly those values, all of them, numbers and booleans too', async () => {
    const having = (...traits: [string, string][]) =>
      idsOf({ traits: traits.map(([key, value]) => ({ key, value })) });

    expect(await having(['plan', 'pro'])).toEqual(sorted(ann, cid));
    expect(await having(['plan', 'pro'], ['seats', '5'])).toEqual([ann]);
    expect(await having(['isNew', 'true'])).toEqual([bob]);
    expect(await having(['plan', 'PRO'])).toEqual([]);
    expect(await having(["plan' OR true --", 'pro'])).toEqual([]);
    expect(await having(['pl\u0000an', 'pro\ud800'])).toEqual([]);
    expect(await having()).toEqual(sorted(ann, bob, cid));
  });

  it('currentUrlPrefix finds those online whose current page begins so, sign for sign', async () => {
    expect(await idsOf({ currentUrlPrefix: 'https://acme.test/pricing' })).toEqual([ann]);
    expect(await idsOf({ currentUrlPrefix: 'https://acme.test/' })).toEqual(sorted(ann, bob));
    expect(await idsOf({ currentUrlPrefix: 'https://acme.test/%' })).toEqual([]);
    expect(await idsOf({ currentUrlPrefix: 'https://acme.test/', isOnline: false })).toEqual([]);
    expect(await idsOf({ currentUrlPrefix: '' })).toEqual(sorted(ann, bob, cid));
  });

  it('lastSeenAfter and lastSeenBefore part the list in two, those never seen before every instant', async () => {
    const database = await createDataSource(node.database.url).initialize();
    const repository = database.getRepository(Visitor);
    await repository.update(bob, { lastSeenAt: new Date('2020-01-01T00:00:00Z') });
    await repository.update(cid, { lastSeenAt: null });
    await database.destroy();
    const at = (second: number) => new Date(Date.UTC(2020, 0, 1, 0, 0, second)).toISOString();

    expect(await idsOf({ lastSeenAfter: at(1) })).toEqual([ann]);
    expect(await idsOf({ lastSeenBefore: at(1) })).toEqual(sorted(bob, cid));
    expect(await idsOf({ lastSeenAfter: at(-1), lastSeenBefore: at(1) })).toEqual([bob]);
    expect(await idsOf({ lastSeenAfter: at(0) })).toEqual([ann]);
  });

  it('[X-08] eleven traits, and a prefix of 2,049 characters, are BAD_USER_INPUT', async () => {
    const traits = Array.from({ length: 11 }, (_, i) => ({ key: `k${i}`, value: 'v' }));

    for (const filter of [{ traits }, { currentUrlPrefix: 'x'.repeat(2049) }]) {
      const { status, errors } = await ask(filter);
      expect(status).toBe(400);
      expect(errors).toMatchObject([{ path: ['visitors'], extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('[X-15] traits and pages need VISITORS_PII_READ, also to filter by', async () => {
    const { secret } = await node.services.apiKeys.create({
      siteId: node.site.id,
      name: 'reader',
      scopes: [ApiScope.VISITORS_READ],
      expiresAt: null,
    });

    for (const filter of [{ traits: [{ key: 'plan', value: 'pro' }] }, { currentUrlPrefix: 'https://' }]) {
      const { data, errors } = await ask(filter, undefined, secret);
      expect(data).toEqual({ visitors: null });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect((await ask({ isIdentified: true }, undefined, secret)).errors).toBeUndefined();
  });

  // Last: what stops Redis stops it for good.
  it('[P8] currentUrlPrefix is PRESENCE_UNAVAILABLE without Redis; what is stored can still be filtered by', async () => {
    await node.redis.kill();

    const { errors } = await ask({ currentUrlPrefix: 'https://' });
    const { data } = await ask({ isIdentified: true });

    expect(errors).toMatchObject([{ extensions: { code: 'PRESENCE_UNAVAILABLE' } }]);
    expect(data['visitors'].nodes).toHaveLength(2);
  });
});
