import { callApi } from '../testing/api-client';
import { RawSocket } from '../testing/raw-socket';
import { createTenant, startTestNode, type TestNode } from '../testing/test-node';
import { newId } from '../typed-id';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) {
  visitorToken visitor { id lastSeenAt displayName email currentPage { url } } userErrors { code } } }`;
const SHOWN = { displayName: null, email: null, currentPage: null };

describe('two sites on one node', () => {
  let node: TestNode;
  let ours: { siteId: string; key: Record<string, string>; visitorId: string };
  let theirs: Awaited<ReturnType<typeof createTenant>> & { visitorId: string; visitorToken: string };

  const identify = (siteKey: string, input: object = {}, headers?: Record<string, string>) =>
    callApi(node.url, IDENTIFY, { input: { siteKey, tabId: 'tab-00000001', ...input } }, headers);

  beforeAll(async () => {
    node = await startTestNode();
    const tenant = await createTenant(node, 'Globex');
    const known = { externalId: 'maria', displayName: 'Maria', email: 'maria@globex.test' };
    const { data } = await identify(tenant.site.key, known);
    const { visitor, visitorToken } = data['identify'] as { visitor: { id: string }; visitorToken: string };
    theirs = { ...tenant, visitorId: visitor.id, visitorToken };
    const own = await identify(node.site.key, { externalId: 'maria' });
    ours = {
      siteId: node.site.id,
      key: { authorization: `Bearer ${node.apiKey}` },
      visitorId: own.data['identify'].visitor.id as string,
    };
  });
  afterAll(() => node.close());

  const ask = (query: string, variables: Record<string, unknown> = {}) =>
    callApi(node.url, query, variables, ours.key);

  describe.each(['node', 'visitor', 'site'])('%s', (field) => {
    it('answers alike for a foreign, an absent and a malformed id', async () => {
      const ids = [
        theirs.visitorId,
        theirs.site.id,
        newId('visitor'),
        newId('site'),
        newId('agent'),
        'nonsense',
        '',
      ];

      const answers = await Promise.all(
        ids.map((id) => ask(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id })),
      );

      // Without an id there is no foreign site to name, and the only own one is meant.
      const expected = ids.map((id) => ({
        [field]: field === 'site' && id === '' ? { id: ours.siteId } : null,
      }));
      expect(answers.map(({ data }) => data)).toEqual(expected);
      expect(answers.map(({ errors, status }) => [errors, status])).toEqual(ids.map(() => [undefined, 200]));
    });
  });

  it('the same external id names a visitor of each site', async () => {
    const query = 'query ($siteId: ID) { visitorByExternalId(externalId: "maria", siteId: $siteId) { id } }';

    expect((await ask(query)).data).toEqual({ visitorByExternalId: { id: ours.visitorId } });
    expect((await ask(query, { siteId: theirs.site.id })).data).toEqual({ visitorByExternalId: null });
    expect((await ask(query, { siteId: newId('site') })).data).toEqual({ visitorByExternalId: null });
  });

  it('visitors of a foreign site are null, as of an absent one', async () => {
    const query = 'query ($siteId: ID) { visitors(first: 10, siteId: $siteId) { nodes { id } } }';

    for (const siteId of [theirs.site.id, newId('site'), 'nonsense']) {
      expect((await ask(query, { siteId })).data).toEqual({ visitors: null });
    }
    expect((await ask(query)).data).toEqual({ visitors: { nodes: [{ id: ours.visitorId }] } });
  });

  it("a cursor of another site's list or feed is INVALID_CURSOR", async () => {
    const { data } = await callApi(
      node.url,
      '{ visitors(first: 1) { presenceCursor pageInfo { endCursor } } }',
      {},
      { authorization: `Bearer ${theirs.apiKey}` },
    );
    const { presenceCursor, pageInfo } = data['visitors'] as {
      presenceCursor: string;
      pageInfo: { endCursor: string };
    };
    const socket = await RawSocket.connect(node.url, node.apiKey);

    const list = await ask('query ($after: String) { visitors(first: 1, after: $after) { nodes { id } } }', {
      after: pageInfo.endCursor,
    });
    socket.subscribe(
      '1',
      'subscription ($after: String) { visitorPresenceChanged(after: $after) { cursor } }',
      {
        after: presenceCursor,
      },
    );

    expect(list.data).toEqual({ visitors: null });
    expect(list.errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
    const { payload } = await socket.next('next', '1');
    expect(payload.errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
    await socket.close();
  });

  it('the feed of a foreign site is refused as that of an absent one, and visitors of it are never in ours', async () => {
    const socket = await RawSocket.connect(node.url, node.apiKey);
    const watch = `subscription ($siteId: ID, $visitorIds: [ID!]) {
      visitorPresenceChanged(siteId: $siteId, visitorIds: $visitorIds) { changes { visitorId } } }`;
    socket.subscribe('foreign', watch, { siteId: theirs.site.id });
    const foreign = (await socket.next('next', 'foreign')).payload as unknown;
    socket.subscribe('absent', watch, { siteId: newId('site') });
    const absent = (await socket.next('next', 'absent')).payload as unknown;
    socket.subscribe('ours', watch, { visitorIds: [theirs.visitorId, ours.visitorId] });
    await socket.next('next', 'ours');

    await identify(theirs.site.key, {
      visitorToken: theirs.visitorToken,
      page: { url: 'https://globex.test/' },
    });
    await identify(node.site.key, { externalId: 'maria', page: { url: 'https://acme.test/' } });

    const withoutRequestId = { errors: [{ extensions: { code: 'FORBIDDEN' }, message: expect.any(String) }] };
    expect(foreign).toMatchObject(withoutRequestId);
    expect(absent).toMatchObject(withoutRequestId);
    const { payload } = await socket.next('next', 'ours');
    expect(payload.data.visitorPresenceChanged.changes).toEqual([{ visitorId: ours.visitorId }]);
    await socket.close();
  });

  it("a credential reads nothing personal of a foreign visitor by identifying on the visitor's site", async () => {
    const { data, errors } = await identify(theirs.site.key, { externalId: 'maria' }, ours.key);

    expect(data['identify'].visitor).toMatchObject({ id: theirs.visitorId, ...SHOWN });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(Array(3).fill('FORBIDDEN'));
  });

  it("another site's visitor token brings no visitor along", async () => {
    const { data } = await identify(node.site.key, { visitorToken: theirs.visitorToken });

    expect(data['identify'].visitor.id).not.toBe(theirs.visitorId);
    expect(await node.services.visitors.findById([ours.siteId], theirs.visitorId)).toBeNull();
  });
});
