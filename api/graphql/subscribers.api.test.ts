import type { DataSource } from 'typeorm';
import { ApiScope } from '../access';
import { AgentRole } from '../agents/agent-role';
import { createDataSource } from '../postgres/data-source';
import { callApi } from '../testing/api-client';
import { countStatements } from '../testing/count-statements';
import { RawSocket, type SocketMessage } from '../testing/raw-socket';
import { recordCommands } from '../testing/record-commands';
import { createTenant, startTestNode, type TestNode } from '../testing/test-node';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) {
  visitor { id } visitorToken userErrors { code } } }`;
const WATCH = `subscription ($siteId: ID) { visitorPresenceChanged(siteId: $siteId) { changes {
  visitorId page { url } visitor { isOnline email } } } }`;

describe('subscribers of one site', () => {
  let node: TestNode;
  let database: DataSource;
  let tabs = 0;
  const open: RawSocket[] = [];

  beforeAll(async () => {
    node = await startTestNode({ env: { PORCHLIGHT_COALESCING_MS: '20' } });
    database = await createDataSource(node.database.url, { poolSize: 1 }).initialize();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((socket) => socket.close()));
  });
  afterAll(async () => {
    await database.destroy();
    await node.close();
  });

  const watching = async (apiKey: string, count = 1) => {
    const socket = await RawSocket.connect(node.url, apiKey);
    open.push(socket);
    const ids = Array.from({ length: count }, (_, i) => String(i));
    for (const id of ids) socket.subscribe(id, WATCH);
    for (const id of ids) await socket.next('next', id);
    return socket;
  };
  const signedIn = async ({ email, password }: TestNode['agent'], variables = {}) => {
    const { headers } = await callApi(
      node.url,
      'mutation ($input: LoginInput!) { login(input: $input) { userErrors { code } } }',
      { input: { email, password } },
    );
    const cookie = headers.get('set-cookie')!.split(';', 1)[0]!;
    const socket = await RawSocket.open(node.url, { headers: { cookie }, origin: node.url });
    open.push(socket);
    socket.send({ type: 'connection_init' });
    await socket.next('connection_ack');
    socket.subscribe('0', WATCH, variables);
    await socket.next('next', '0');
    return { socket, cookie };
  };
  const keyWith = (...scopes: ApiScope[]) =>
    node.services.apiKeys.create({ siteId: node.site.id, name: 'some', scopes, expiresAt: null });
  const arrive = async (siteKey = node.site.key) => {
    const { data } = await callApi(node.url, IDENTIFY, {
      input: {
        siteKey,
        tabId: `tab-${String((tabs += 1)).padStart(6, '0')}`,
        page: { url: 'https://acme.test/a' },
      },
    });
    return data['identify'].visitor.id as string;
  };
  const changesIn = (message: Pick<SocketMessage, 'payload'>) =>
    message.payload.data.visitorPresenceChanged.changes as {
      visitorId: string;
      page: { url: string } | null;
      visitor: { isOnline: boolean };
    }[];

  it('cost one read of Redis and one of PostgreSQL for an event that fifty of them are told of', async () => {
    const socket = await watching(node.apiKey, 50);
    const told: unknown[] = [];
    const hear = async () => {
      const id = await arrive();
      for (let i = 0; i < 50; i++) {
        const [change] = changesIn(await socket.next('next', String(i)));
        told.push([change!.visitorId === id, change!.visitor.isOnline]);
      }
    };
    await hear();
    let statements = 0;

    const commands = await recordCommands(node.redis.url, async () => {
      const alone = await countStatements(arrive);
      for (let i = 0; i < 50; i++) await socket.next('next', String(i));
      statements = (await countStatements(hear)) - alone;
    });

    // The two arrivals, what each made known to fifty, and no more.
    const reads = commands.filter(([name, , keys]) => name === 'evalsha' && keys === '4');
    expect([reads.length, statements]).toEqual([2, 1]);
    expect(told).toEqual(Array(100).fill([true, true]));
  });

  it('[E-25] are each told the fields of their rights, and of their site only', async () => {
    const { site, apiKey } = await createTenant(node, 'Other');
    const { secret: blindKey } = await keyWith(ApiScope.PRESENCE_SUBSCRIBE, ApiScope.VISITORS_READ);
    const [seeing, blind, other] = [
      await watching(node.apiKey),
      await watching(blindKey),
      await watching(apiKey),
    ];

    const [ours, theirs] = [await arrive(), await arrive(site.key)];

    const [seen] = changesIn(await seeing.next('next', '0'));
    expect(seen).toMatchObject({ visitorId: ours, page: { url: 'https://acme.test/a' } });
    const { payload } = await blind.next('next', '0');
    expect(changesIn({ payload })[0]).toMatchObject({ visitorId: ours, page: null });
    expect(payload.errors[0].extensions.code).toBe('FORBIDDEN');
    expect(changesIn(await other.next('next', '0')).map(({ visitorId }) => visitorId)).toEqual([theirs]);
  });

  it('[W-03] a key that is revoked is told nothing more, and its socket is closed with 4403', async () => {
    const { secret, apiKey } = await keyWith(...Object.values(ApiScope));
    const [kept, revoked] = [await watching(node.apiKey), await watching(secret)];

    await database.query('UPDATE api_keys SET revoked_at = now() WHERE id = $1', [apiKey.id]);
    const late = await arriveUntilClosed(revoked, kept);

    expect(await revoked.closed).toEqual({ code: 4403, reason: 'Forbidden' });
    expect(await restOf(revoked)).not.toEqual(expect.arrayContaining(late));
  });

  it('[T-05] a right that was taken away a second ago is not used for the next event', async () => {
    const { secret, apiKey } = await keyWith(...Object.values(ApiScope));
    const [kept, revoked] = [await watching(node.apiKey), await watching(secret)];
    const query = 'UPDATE api_keys SET scopes = $2 WHERE id = $1';
    await database.query(query, [apiKey.id, [ApiScope.VISITORS_READ]]);

    const late = await arriveUntilClosed(revoked, kept);

    // It comes back with the rights it has now.
    expect(await revoked.closed).toMatchObject({ code: 1013 });
    expect(await restOf(revoked)).not.toEqual(expect.arrayContaining(late));
  });

  it('a key is told nothing after its time', async () => {
    const { secret } = await node.services.apiKeys.create({
      siteId: node.site.id,
      name: 'short',
      scopes: Object.values(ApiScope),
      expiresAt: new Date(Date.now() + 1_500),
    });
    const socket = await watching(secret);

    expect(await socket.closed).toMatchObject({ code: 4403 });
  });

  it('an agent who signs out in another window is told nothing more', async () => {
    const [kept, gone] = [await signedIn(node.agent), await signedIn(node.agent)];

    await callApi(node.url, 'mutation { logout { agentId } }', {}, { cookie: gone.cookie, origin: node.url });

    const late = await arriveUntilClosed(gone.socket, kept.socket);

    expect(await gone.socket.closed).toMatchObject({ code: 4403 });
    expect(await restOf(gone.socket)).not.toEqual(expect.arrayContaining(late));
  });

  it('[E-25] an agent who is put off a site is told nothing more of it', async () => {
    const password = 'correct horse battery staple';
    const email = 'two-sites@example.com';
    const { agent } = await node.services.agents.create({
      email,
      displayName: 'Two',
      role: AgentRole.MEMBER,
      password,
    });
    const { site } = await createTenant(node, 'Second');
    for (const siteId of [node.site.id, site.id]) await node.services.sites.addAgent(siteId, agent.id);
    const { socket } = await signedIn({ email, password }, { siteId: node.site.id });
    const kept = await watching(node.apiKey);

    await database.query('DELETE FROM site_agents WHERE agent_id = $1 AND site_id = $2', [
      agent.id,
      node.site.id,
    ]);
    const late = await arriveUntilClosed(socket, kept);

    expect(await socket.closed).toMatchObject({ code: 1013 });
    expect(await restOf(socket)).not.toEqual(expect.arrayContaining(late));
  });

  it('[W-14] the 51st subscription of a socket is refused, the others live on', async () => {
    const socket = await watching(node.apiKey, 50);

    socket.subscribe('one more', WATCH);

    const { payload } = await socket.next('error', 'one more');
    expect(payload[0].extensions.code).toBe('TOO_MANY_SUBSCRIPTIONS');
    await arrive();
    await socket.next('next', '49');
    socket.send({ type: 'complete', id: '0' });
    socket.subscribe('one more', WATCH);
    await socket.next('next', 'one more');
  });

  it('[W-14] the 101st socket of a key is told to try again later; one that closes makes room', async () => {
    const { secret } = await keyWith(...Object.values(ApiScope));
    const sockets = await Promise.all(Array.from({ length: 100 }, () => RawSocket.connect(node.url, secret)));
    open.push(...sockets);
    const refused = await RawSocket.open(node.url);

    refused.send({ type: 'connection_init', payload: { authorization: `Bearer ${secret}` } });

    expect(await refused.closed).toMatchObject({ code: 1013 });
    await sockets[0]!.close();
    open.push(await connectAgain(secret));
  });

  it('[W-11] a thousand that are cut or ended at any moment leave nothing behind', async () => {
    for (let round = 0; round < 20; round++) {
      const sockets = await Promise.all(
        Array.from({ length: 10 }, () => RawSocket.connect(node.url, node.apiKey)),
      );
      sockets.forEach((socket, i) => {
        for (const id of ['a', 'b', 'c', 'd', 'e']) socket.subscribe(id, WATCH);
        // The same id again, while the first is being prepared, is two subscriptions for a moment.
        for (const id of ['a', 'b']) socket.send({ type: 'complete', id });
        if (i % 2) socket.subscribe('a', WATCH);
        if (i % 3) socket.socket.terminate();
        else socket.socket.close();
      });
      await Promise.all(sockets.map(({ closed }) => closed));
    }

    const last = await RawSocket.connect(node.url, node.apiKey);
    open.push(last);
    for (let i = 0; i < 200 && node.services.changes.followerCount > 0; i++) {
      last.send({ type: 'ping' });
      await last.next('pong');
    }
    expect(node.services.changes.followerCount).toBe(0);
  });

  /** A closed socket lets its place go when the node has noticed. */
  async function connectAgain(secret: string): Promise<RawSocket> {
    for (;;) {
      const socket = await RawSocket.open(node.url);
      socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${secret}` } });
      if (await socket.next('connection_ack').catch(() => null)) return socket;
    }
  }

  /** One visitor after the other comes until the socket is closed. Resolves to those who came over a second after now. */
  async function arriveUntilClosed(socket: RawSocket, other: RawSocket): Promise<string[]> {
    const lateAtMs = Date.now() + 1_000;
    const late: string[] = [];
    let isClosed = false;
    void socket.closed.then(() => (isClosed = true));
    while (!isClosed) {
      const isLate = Date.now() > lateAtMs;
      const id = await arrive();
      await other.next('next', '0');
      if (isLate) late.push(id);
    }
    // One more, so that there is somebody nobody may have heard of.
    return [...late, await arrive()];
  }

  /** Visitors that a closed socket had been told of and that no test asked for. */
  async function restOf(socket: RawSocket): Promise<string[]> {
    await socket.closed;
    const told = socket.unread('0').filter(({ type }) => type === 'next');
    return told.flatMap((message) => changesIn(message).map(({ visitorId }) => visitorId));
  }
});
