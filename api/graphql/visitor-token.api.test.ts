import { callApi } from '../testing/api-client';
import { createFullTenant } from '../testing/isolation/create-full-tenant';
import { storedAbout } from '../testing/isolation/stored-about';
import type { Tenant } from '../testing/isolation/tenant';
import { RawSocket } from '../testing/raw-socket';
import { startTestNode, type TestNode } from '../testing/test-node';

const SESSIONS =
  'query ($id: ID!) { visitor(id: $id) { sessions { tabId startedAt lastHeartbeatAt page { url } } } }';

describe("what a visitor's token is good for", () => {
  let node: TestNode;
  let site: Tenant;
  let other: Tenant;
  let second: { id: string; token: string };

  const call = async (field: string, input: object) => {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const selection = field === 'identify' ? 'visitor { id } visitorToken' : '__typename';
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} userErrors { code } } }`;
    const { data } = await callApi(node.url, query, { input }, { origin: site.origin });
    return data[field] as { visitor: { id: string }; visitorToken: string; userErrors: unknown };
  };
  const sessionsOf = async (id: string) =>
    (await callApi(node.url, SESSIONS, { id }, site.callers['an admin'])).data['visitor']
      .sessions as unknown[];

  beforeAll(async () => {
    node = await startTestNode();
    site = await createFullTenant(node, 'acmewort');
    other = await createFullTenant(node, 'zorblax');
    const { visitor, visitorToken } = await call('identify', {
      siteKey: site.site.key,
      tabId: 'tab-of-second',
    });
    second = { id: visitor.id, token: visitorToken };
  });
  afterAll(() => node.close());

  it.each(['heartbeat', 'recordPageView', 'disconnect'])(
    "[X-23] %s with the name of somebody else's tab leaves that tab alone",
    async (field) => {
      const before = await sessionsOf(site.visitor.id);
      const page = field === 'recordPageView' ? { page: { url: `${site.origin}/mine` } } : {};

      await call(field, { visitorToken: second.token, tabId: site.visitor.tabId, ...page });

      expect(before).toHaveLength(1);
      expect(await sessionsOf(site.visitor.id)).toEqual(before);
    },
  );

  it('[X-23] it brings nobody along to another site, and changes nothing there', async () => {
    const before = await storedAbout(other, site, node);
    const input = { siteKey: other.site.key, tabId: 'tab-elsewhere', visitorToken: second.token };

    const { visitor, userErrors } = await call('identify', input);

    expect(visitor).toBeNull();
    expect(userErrors).toEqual([{ code: 'ORIGIN_NOT_ALLOWED' }]);
    expect(await storedAbout(other, site, node)).toEqual(before);
  });

  it('[X-23] it is no credential: not as a header, not as a cookie, not for a socket', async () => {
    const query = '{ viewer { kind } visitors(first: 1) { nodes { id } } }';
    const asHeader = await callApi(node.url, query, {}, { authorization: `Bearer ${second.token}` });
    const asCookie = await callApi(node.url, query, {}, { cookie: `porchlight_session=${second.token}` });
    const socket = await RawSocket.open(node.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${second.token}` } });

    expect([asHeader.status, asCookie.status]).toEqual([401, 401]);
    expect(asCookie.data).toEqual({ viewer: null, visitors: null });
    expect((await socket.closed).code).toBe(4403);
  });

  it.each([
    ['a changed letter', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['no signature', (token: string) => token.split('.')[0]!],
    [
      'a signature of another token',
      (token: string) => `${token.split('.')[0]}.${other.visitor.token.split('.')[1]}`,
    ],
    ['nothing in it', () => ''],
  ])('[X-23] with %s it is refused', async (_name, spoil) => {
    const { userErrors } = await call('heartbeat', {
      visitorToken: spoil(second.token),
      tabId: 'tab-of-second',
    });

    expect(userErrors).toEqual([{ code: 'VISITOR_TOKEN_INVALID' }]);
  });
});
