import { ApiScope } from '../access';
import type { Touch } from '../realtime-session/realtime-session.service';
import { callApi, subscribeApi } from '../testing/api-client';
import { createTenant, startTestNode, type TestNode } from '../testing/test-node';
import { newId } from '../typed-id';

const PAGE = `query ($first: Int!, $after: String, $direction: SortDirection, $visitorIds: [ID!], $siteId: ID) {
  presenceChanges(first: $first, after: $after, direction: $direction, visitorIds: $visitorIds, siteId: $siteId) {
    resyncRequired pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { id cursor kind visitorId isOnline page { url } } } nodes { id } } }`;
const WATCH = `subscription ($after: String) { visitorPresenceChanged(after: $after) {
  cursor resyncRequired changes { id cursor kind } } }`;

interface Page {
  resyncRequired: boolean;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  edges: { cursor: string; node: { id: string; cursor: string; kind: string; visitorId: string } }[];
  nodes: { id: string }[];
}

// A hundred changes are the least that Redis drops at a time.
const RETAINED = 800;
const ARRIVALS = 620;

describe('presenceChanges, the polling twin of the subscription', () => {
  let node: TestNode;
  const visitorIds = Array.from({ length: ARRIVALS }, () => newId('visitor'));

  beforeAll(async () => {
    node = await startTestNode({
      env: {
        PORCHLIGHT_COALESCING_MS: '5',
        PORCHLIGHT_RETAINED_CHANGES: String(RETAINED),
      },
    });
    for (const visitorId of visitorIds) await node.services.sessions.touch(touchOf(visitorId));
  });
  afterAll(() => node.close());

  const touchOf = (visitorId: string, url = 'https://acme.test/'): Touch => ({
    siteId: node.site.id,
    visitorId,
    tabId: 'tab-of-this-one',
    seq: null,
    isVisible: true,
    operation: 'IDENTIFIED',
    page: { url, title: null, referrer: null },
  });
  const ask = (variables: object, apiKey = node.apiKey) =>
    callApi(node.url, PAGE, { ...variables }, { authorization: `Bearer ${apiKey}` });
  const page = async (variables: object) => {
    const { data, errors } = await ask(variables);
    expect(errors).toBeUndefined();
    return data['presenceChanges'] as Page;
  };
  const walk = async (variables: object) => {
    const seen: string[] = [];
    for (let after: string | undefined, hasMore = true; hasMore;) {
      const { edges, pageInfo } = await page({ ...variables, after });
      seen.push(...edges.map(({ node: { visitorId } }) => visitorId));
      [after, hasMore] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    return seen;
  };

  it('[P12] lists every change once and in order, however many a page holds, and back again', async () => {
    expect(await walk({ first: 97 })).toEqual(visitorIds);
    expect(await walk({ first: 100, direction: 'DESC' })).toEqual([...visitorIds].reverse());
  });

  it('lists the changes of the visitors that are named, however far apart they are', async () => {
    const named = [visitorIds[3]!, visitorIds[600]!];

    expect(await walk({ first: 1, visitorIds: named })).toEqual(named);
    expect(await walk({ first: 1, visitorIds: named, direction: 'DESC' })).toEqual([...named].reverse());
  });

  it('[P12] tells the same changes with the same cursors as the subscription', async () => {
    const { edges, nodes } = await page({ first: 2, direction: 'DESC' });
    const { pageInfo } = await page({ first: 1, direction: 'DESC', after: edges[1]!.cursor });
    const subscriber = subscribeApi(node.url, WATCH, { after: pageInfo.endCursor }, `Bearer ${node.apiKey}`);

    const update = (await subscriber.next())['visitorPresenceChanged'] as {
      cursor: string;
      changes: { id: string; cursor: string; kind: string }[];
    };
    await subscriber.close();

    const polled = edges.map(({ node: { id, cursor, kind } }) => ({ id, cursor, kind })).reverse();
    expect(update.changes).toEqual(polled);
    expect(update.cursor).toBe(edges[0]!.cursor);
    expect(nodes.map(({ id }) => id)).toEqual(edges.map((edge) => edge.node.id));
  });

  it('[P12] goes on from where it ended, also when nothing had happened', async () => {
    const { edges: newest } = await page({ first: 1, direction: 'DESC' });
    const empty = await page({ first: 10, after: newest[0]!.cursor });
    const visitorId = newId('visitor');

    await node.services.sessions.touch(touchOf(visitorId));
    const next = await page({ first: 10, after: empty.pageInfo.endCursor });

    expect([empty.edges, empty.resyncRequired]).toEqual([[], false]);
    expect(next.edges.map(({ node: { kind, visitorId: id } }) => [kind, id])).toEqual([
      ['CAME_ONLINE', visitorId],
    ]);
    visitorIds.push(visitorId);
  });

  it('[P12] calls for a resync instead of an error when the cursor is no longer held, and says where to go on', async () => {
    const first = await page({ first: 1 });
    const visitorId = visitorIds[0]!;
    for (let i = 0; i < RETAINED + 110; i++) {
      await node.services.sessions.touch(touchOf(visitorId, `https://acme.test/${i}`));
    }

    const lost = await page({ first: 10, after: first.pageInfo.endCursor });

    expect([lost.resyncRequired, lost.edges]).toEqual([true, []]);
    await node.services.sessions.touch(touchOf(visitorId, 'https://acme.test/after'));
    const next = await page({ first: 10, after: lost.pageInfo.endCursor });
    expect(next).toMatchObject({
      resyncRequired: false,
      edges: [{ node: { page: { url: 'https://acme.test/after' } } }],
    });
  });

  it.each([
    ['none', 0],
    ['more than a hundred', 101],
    ['fewer than none', -1],
  ])('%s a page is BAD_USER_INPUT', async (_name, first) => {
    const { errors } = await ask({ first });

    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('needs VISITORS_READ, and VISITORS_PII_READ for pages', async () => {
    const keyWith = async (...scopes: ApiScope[]) =>
      (await node.services.apiKeys.create({ siteId: node.site.id, name: 'x', scopes, expiresAt: null }))
        .secret;

    const [without, blind] = [
      await ask({ first: 1 }, await keyWith(ApiScope.PRESENCE_SUBSCRIBE)),
      await ask({ first: 1 }, await keyWith(ApiScope.VISITORS_READ)),
    ];

    expect(without.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(without.data['presenceChanges']).toBeNull();
    expect(blind.data['presenceChanges'].edges[0].node.page).toBeNull();
  });

  it('is null for the site of somebody else, whose cursors are worth nothing either', async () => {
    const other = await createTenant(node, 'Other');
    const { pageInfo } = await page({ first: 1 });

    const foreign = await ask({ first: 1, siteId: node.site.id }, other.apiKey);
    const cursor = await ask({ first: 1, after: pageInfo.endCursor }, other.apiKey);

    expect([foreign.data['presenceChanges'], foreign.errors]).toEqual([null, undefined]);
    expect(cursor.errors?.[0]?.extensions['code']).toBe('INVALID_CURSOR');
  });

  it('is empty for a site on which nothing has happened, and goes on from there', async () => {
    const quiet = await createTenant(node, 'Quiet');
    const { data } = await ask({ first: 1 }, quiet.apiKey);
    const { pageInfo, edges } = data['presenceChanges'] as Page;

    await node.services.sessions.touch({ ...touchOf(newId('visitor')), siteId: quiet.site.id });
    const next = await ask({ first: 1, after: pageInfo.endCursor }, quiet.apiKey);

    expect(edges).toEqual([]);
    expect(next.data['presenceChanges']).toMatchObject({
      resyncRequired: false,
      edges: [{ node: { kind: 'CAME_ONLINE' } }],
    });
  });

  it('[P8] is PRESENCE_UNAVAILABLE, soon, while Redis does not answer', async () => {
    node.redis.freeze();

    const { errors, data } = await ask({ first: 1 });
    node.redis.thaw();

    expect(errors?.[0]?.extensions['code']).toBe('PRESENCE_UNAVAILABLE');
    expect(data['presenceChanges']).toBeNull();
  });
});
