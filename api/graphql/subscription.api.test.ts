import type { Touch } from '../realtime-session/realtime-session.service';
import { callApi, subscribeApi } from '../testing/api-client';
import { RawSocket } from '../testing/raw-socket';
import { startTestNode, type TestNode } from '../testing/test-node';
import { newId } from '../typed-id';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) {
  visitor { id } visitorToken userErrors { code } } }`;
const VIEW = `mutation ($input: RecordPageViewInput!) { recordPageView(input: $input) { userErrors { code } } }`;
const DISCONNECT = `mutation ($input: DisconnectInput!) { disconnect(input: $input) { userErrors { code } } }`;
const WATCH = `subscription ($after: String, $visitorIds: [ID!]) {
  visitorPresenceChanged(after: $after, visitorIds: $visitorIds) {
    cursor resyncRequired onlineVisitorCount
    changes { kind visitorId isOnline page { url } visitor { isOnline currentPage { url } } } } }`;

interface Update {
  cursor: string;
  resyncRequired: boolean;
  onlineVisitorCount: number | null;
  changes: {
    kind: string;
    visitorId: string;
    isOnline: boolean;
    page: { url: string } | null;
    visitor: { isOnline: boolean; currentPage: { url: string } | null };
  }[];
}

// A hundred changes are the least that Redis drops at a time.
const RETAINED = 150;

// Hundreds of round trips a test; on a busy machine they take their time.

describe('the subscription', () => {
  let node: TestNode;
  let tabs = 0;
  const closers: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const env = {
      PORCHLIGHT_COALESCING_MS: '10',
      PORCHLIGHT_SWEEP_MS: '20',
      PORCHLIGHT_RETAINED_CHANGES: String(RETAINED),
    };
    node = await startTestNode({ env });
  });
  afterEach(async () => {
    await Promise.all(closers.splice(0).map((close) => close()));
  });
  afterAll(() => node.close());

  const watch = (variables: { after?: string; visitorIds?: string[] } = {}, url = node.url) => {
    const subscriber = subscribeApi(url, WATCH, variables, `Bearer ${node.apiKey}`);
    closers.push(subscriber.close);
    return {
      next: async () => (await subscriber.next())['visitorPresenceChanged'] as Update,
      close: subscriber.close,
    };
  };
  const call = async (query: string, input: object) => {
    const { errors, data } = await callApi(node.url, query, { input });
    expect(errors).toBeUndefined();
    return Object.values(data)[0] as { visitor: { id: string }; visitorToken: string };
  };
  /** A new visitor, come online. */
  const arrive = async (url = 'https://acme.test/') => {
    const tabId = `tab-${String((tabs += 1)).padStart(6, '0')}`;
    const { visitor, visitorToken } = await call(IDENTIFY, { siteKey: node.site.key, tabId, page: { url } });
    return {
      id: visitor.id,
      view: (page: string) => call(VIEW, { visitorToken, tabId, page: { url: page } }),
      leave: () => call(DISCONNECT, { visitorToken, tabId }),
      comeBack: () => {
        const again = `tab-${String((tabs += 1)).padStart(6, '0')}`;
        return call(IDENTIFY, { siteKey: node.site.key, tabId: again, visitorToken });
      },
    };
  };
  const touchOf = (visitorId: string, url?: string): Touch => ({
    siteId: node.site.id,
    visitorId,
    tabId: 'tab-of-this-one',
    seq: null,
    isVisible: true,
    operation: 'IDENTIFIED',
    page: url === undefined ? null : { url, title: null, referrer: null },
  });
  const until = async (next: () => Promise<Update>, isIt: (update: Update) => boolean) => {
    for (;;) {
      const update = await next();
      if (isIt(update)) return update;
    }
  };

  it('answers at once, with how many are online and nothing else', async () => {
    await arrive();

    const update = await watch().next();

    expect(update).toMatchObject({ resyncRequired: false, changes: [] });
    expect(update.onlineVisitorCount).toBeGreaterThan(0);
  });

  it('goes on from the cursor of a list: nothing that came in between is lost', async () => {
    const { data } = await callApi(
      node.url,
      '{ visitors(first: 1) { presenceCursor } }',
      {},
      { authorization: `Bearer ${node.apiKey}` },
    );
    const { id } = await arrive();

    const update = await watch({ after: data['visitors'].presenceCursor as string }).next();

    expect(update.resyncRequired).toBe(false);
    expect(update.changes).toMatchObject([{ kind: 'CAME_ONLINE', visitorId: id }]);
  });

  it('tells only of the visitors that were named', async () => {
    const [one, other] = [await arrive(), await arrive()];
    const { next } = watch({ visitorIds: [one.id] });
    await next();

    await other.view('https://acme.test/other');
    await one.view('https://acme.test/one');

    const { changes } = await next();
    expect(changes.map(({ visitorId, page }) => [visitorId, page?.url])).toEqual([
      [one.id, 'https://acme.test/one'],
    ]);
  });

  it('[D-01] every event reads the present anew: there, gone, there again', async () => {
    const visitor = await arrive();
    const { next } = watch({ visitorIds: [visitor.id] });
    await next();
    const seen: boolean[] = [];
    const nextOf = async (kind: string) => {
      const update = await until(next, ({ changes }) => changes.some((change) => change.kind === kind));
      seen.push(update.changes[0]!.visitor.isOnline);
    };

    await visitor.view('https://acme.test/pricing');
    await nextOf('PAGE_CHANGED');
    await visitor.leave();
    node.advanceClock(6_000);
    await nextOf('WENT_OFFLINE');
    await visitor.comeBack();
    await nextOf('CAME_ONLINE');

    expect(seen).toEqual([true, false, true]);
  });

  it('[P12] 1,000 arrivals reach a subscriber once each and in order, however often its socket is cut', async () => {
    const second = await startTestNode({ besides: node, env: { PORCHLIGHT_COALESCING_MS: '10' } });
    const visitorIds = Array.from({ length: 1_000 }, () => newId('visitor'));
    const wanted = new Set(visitorIds);
    let subscriber = watch({}, second.url);
    await subscriber.next();
    const arrivals = (async () => {
      for (const visitorId of visitorIds) await second.services.sessions.touch(touchOf(visitorId));
    })();

    const seen: string[] = [];
    let sinceCut = 0;
    while (seen.length < visitorIds.length) {
      const update = await subscriber.next();
      expect(update.resyncRequired).toBe(false);
      const told = update.changes.filter(({ visitorId }) => wanted.has(visitorId));
      seen.push(...told.map(({ visitorId }) => visitorId));
      if ((sinceCut += told.length) < 50) continue;
      sinceCut = 0;
      await subscriber.close();
      subscriber = watch({ after: update.cursor }, second.url);
    }

    await arrivals;
    expect(seen).toEqual(visitorIds);
    await subscriber.close();
    await second.close();
  });

  it('several changes of one visitor in a moment are one: the last', async () => {
    const visitor = await arrive();
    const { next } = watch({ visitorIds: [visitor.id] });
    await next();

    await Promise.all(['a', 'b', 'c'].map((page) => visitor.view(`https://acme.test/${page}`)));

    const told: Update[] = [];
    const currentPage = await until(
      async () => {
        const update = await next();
        told.push(update);
        return update;
      },
      ({ changes }) => changes[0]!.page!.url === changes[0]!.visitor.currentPage!.url,
    );
    expect(told.every(({ changes }) => changes.length === 1)).toBe(true);
    expect(currentPage.changes[0]!.kind).toBe('PAGE_CHANGED');
  });

  it('asks to read again when what was missed is no longer held', async () => {
    const visitor = await arrive();
    const first = watch();
    const { cursor } = await first.next();
    await first.close();

    // Redis trims by whole blocks of a hundred.
    for (let i = 0; i < RETAINED + 110; i++) {
      await node.services.sessions.touch(touchOf(visitor.id, `https://acme.test/${i}`));
    }

    const { next } = watch({ after: cursor });
    const update = await next();
    expect(update).toMatchObject({ resyncRequired: true, changes: [] });
    await node.services.sessions.touch(touchOf(visitor.id, 'https://acme.test/after'));
    expect(await next()).toMatchObject({
      resyncRequired: false,
      changes: [{ visitorId: visitor.id, page: { url: 'https://acme.test/after' } }],
    });
  });

  it('a subscriber on a second node is told of calls to the first', async () => {
    const second = await startTestNode({ besides: node, env: { PORCHLIGHT_COALESCING_MS: '10' } });
    closers.push(() => second.close());
    const { next, close } = watch({}, second.url);
    await next();

    const { id } = await arrive();

    const { changes } = await until(next, (update) => update.changes.length > 0);
    expect(changes).toMatchObject([{ kind: 'CAME_ONLINE', visitorId: id, visitor: { isOnline: true } }]);
    await close();
  });

  it('[W-19] hundreds of subscriptions that end on a silent site leave no follower', async () => {
    const socket = await RawSocket.connect(node.url, node.apiKey);
    closers.push(() => socket.close());

    for (let round = 0; round < 6; round++) {
      const ids = Array.from({ length: 50 }, (_, i) => `${round}-${i}`);
      for (const id of ids) socket.subscribe(id, 'subscription { visitorPresenceChanged { cursor } }');
      for (const id of ids) await socket.next('next', id);
      for (const id of ids) socket.send({ type: 'complete', id });
    }
    socket.send({ type: 'ping' });
    await socket.next('pong');

    expect(node.services.changes.followerCount).toBe(0);
  });

  it('[P14] asks to read again when Redis has come back empty', async () => {
    const visitor = await arrive();
    const { next, close } = watch();
    const { cursor } = await next();

    await node.redis.restartEmpty();
    await until(next, ({ resyncRequired }) => resyncRequired);
    await close();
    const update = await returning(async () => {
      await visitor.view('https://acme.test/again');
      return watch({ after: cursor }).next();
    });

    expect(update).toMatchObject({ resyncRequired: true, changes: [] });
  });

  /** As a client does that was told to try again later, but without waiting in between. */
  async function returning(attempt: () => Promise<Update>): Promise<Update> {
    for (;;) {
      const update = await attempt().catch(() => null);
      if (update) return update;
    }
  }
});
