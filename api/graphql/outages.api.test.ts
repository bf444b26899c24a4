import { Client } from 'pg';
import { callApi, type ApiAnswer } from '../testing/api-client';
import { startBreakablePostgres, type BreakablePostgres } from '../testing/breakable-postgres';
import { RawSocket } from '../testing/raw-socket';
import { startTestNode, type TestNode } from '../testing/test-node';
import { newId } from '../typed-id';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { id } userErrors { code } } }`;
const VISITORS = '{ visitors(first: 1) { nodes { id } } }';
const WATCH = 'subscription { visitorPresenceChanged { cursor } }';

describe('when something breaks behind the API', () => {
  let node: TestNode;
  let database: BreakablePostgres;

  beforeEach(async () => {
    database = await startBreakablePostgres();
    node = await startTestNode({ database });
  });
  afterEach(() => node.close());

  const ask = (query: string, variables: Record<string, unknown> = {}) =>
    callApi(node.url, query, variables, { authorization: `Bearer ${node.apiKey}` });
  const identify = () =>
    callApi(node.url, IDENTIFY, {
      input: { siteKey: node.site.key, tabId: 'tab-00000001', email: 'maria@acme.test' },
    });
  const statement = async (text: string) => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  const expectTold = ({ errors }: ApiAnswer, code: string, event: string) => {
    expect(errors).toHaveLength(1);
    const { message, extensions } = errors![0]!;
    expect(extensions).toMatchObject({ code, requestId: expect.stringMatching(/^[\da-f-]{36}$/) });
    const { requestId } = extensions;
    expect(node.events).toContainEqual(expect.objectContaining({ event, requestId }));
    return message;
  };

  it('an unexpected error says nothing of itself to the caller, and everything but personal data to the log', async () => {
    await statement('DROP TABLE visitors');

    const listed = await ask(VISITORS);
    const identified = await identify();

    for (const answer of [listed, identified]) {
      expect(answer.status).toBe(200);
      expect(expectTold(answer, 'INTERNAL_SERVER_ERROR', 'operation_failed')).toBe('Internal server error');
    }
    expect(JSON.stringify([listed, identified])).not.toMatch(/relation|visitors v|SELECT|pg/);
    const log = JSON.stringify(node.events);
    expect(log).toContain('relation \\"visitors\\" does not exist');
    expect(log).not.toContain('maria@acme.test');
  });

  it('one field that fails leaves the others as they are', async () => {
    await statement('DROP TABLE visitors');

    const { data } = await ask(`{ viewer { kind } visitors(first: 1) { nodes { id } } }`);

    expect(data).toEqual({ viewer: { kind: 'API_KEY' }, visitors: null });
  });

  it('a database that is away is 503 SERVICE_UNAVAILABLE until it is back', async () => {
    await ask(VISITORS);
    database.cut();

    // The key is remembered for a moment, so that it is the resolver that fails; a cookie has to be looked up.
    const inResolver = await ask(VISITORS);
    const inContext = await callApi(
      node.url,
      VISITORS,
      {},
      { cookie: `porchlight_session=${'x'.repeat(43)}` },
    );
    const identified = await identify();

    for (const answer of [inResolver, inContext, identified]) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(answer.errors![0]!.extensions['retryAfterSeconds']).toBe(5);
      const message = expectTold(answer, 'SERVICE_UNAVAILABLE', 'database_away');
      expect(message).not.toMatch(/ECONN|ENOENT|socket|sql/i);
    }
    database.mend();
    expect((await ask(VISITORS)).status).toBe(200);
    expect((await identify()).data['identify'].userErrors).toEqual([]);
  });

  it('a socket that cannot be checked because the database is away is told to try again later', async () => {
    const socket = await RawSocket.open(node.url);
    database.cut();

    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${node.apiKey}` } });

    expect(await socket.closed).toMatchObject({ code: 1013, reason: 'Try again later' });
  });

  it('[X-10] an update of which a part cannot be read says so, nothing of why, and the subscription goes on', async () => {
    const socket = await RawSocket.connect(node.url, node.apiKey);
    socket.subscribe('1', 'subscription { visitorPresenceChanged { changes { kind visitor { locale } } } }');
    await socket.next('next', '1');
    await statement('DROP TABLE visitors');
    const arrive = (visitorId: string) =>
      node.services.sessions.touch({
        siteId: node.site.id,
        visitorId,
        tabId: 'tab-00000001',
        seq: null,
        isVisible: true,
        operation: 'IDENTIFIED',
        page: null,
      });

    for (const visitorId of [newId('visitor'), newId('visitor')]) {
      await arrive(visitorId);

      const { payload } = await socket.next('next', '1');
      expect(payload.data.visitorPresenceChanged.changes).toEqual([{ kind: 'CAME_ONLINE', visitor: null }]);
      expect(payload.errors).toMatchObject([
        { message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      ]);
      expect(JSON.stringify(payload)).not.toMatch(/relation|SELECT/);
    }
    await socket.close();
  });

  it('a socket whose subscription cannot be opened because Redis is away is told to try again later', async () => {
    const socket = await RawSocket.connect(node.url, node.apiKey);
    await node.redis.kill();

    socket.subscribe('1', WATCH);

    expect(await socket.closed).toMatchObject({ code: 1013, reason: 'Try again later' });
    expect(node.services.changes.followerCount).toBe(0);
  });

  it('without Redis the widget is answered and visitors are listed by when they were last seen', async () => {
    await node.redis.kill();

    const { data, errors } = await identify();
    const listed = await ask(`{ visitors(first: 10) { totalCount presenceCursor
      nodes { id isOnline presence { state } } } site { onlineVisitorCount } }`);
    const filtered = await ask('{ visitors(first: 1, filter: { isOnline: true }) { nodes { id } } }');

    expect(errors).toBeUndefined();
    const { id } = data['identify'].visitor as { id: string };
    expect(listed.errors).toBeUndefined();
    expect(listed.data).toEqual({
      visitors: {
        totalCount: 1,
        presenceCursor: null,
        nodes: [{ id, isOnline: false, presence: { state: 'UNKNOWN' } }],
      },
      site: { onlineVisitorCount: null },
    });
    expect([filtered.status, filtered.data]).toEqual([200, { visitors: null }]);
    expect(filtered.errors).toMatchObject([{ extensions: { code: 'PRESENCE_UNAVAILABLE' } }]);
  });
});
