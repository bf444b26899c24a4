import { callApi, subscribeApi, type Subscriber } from '../testing/api-client';
import { startTestNode, type TestNode } from '../testing/test-node';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) {
  visitor { id isOnline lastSeenAt } visitorToken visitorTokenExpiresAt nextHeartbeatSeconds
  userErrors { code message field } } }`;
const DISCONNECT = `mutation ($input: DisconnectInput!) { disconnect(input: $input) {
  visitor { id isOnline lastSeenAt } isStillOnline userErrors { code message field } } }`;
const WATCH = `subscription ($after: String) { visitorPresenceChanged(after: $after) {
  cursor resyncRequired onlineVisitorCount serverTime
  changes { id cursor kind visitorId isOnline reason occurredAt page { url title }
    visitor { isOnline lastSeenAt displayName currentPage { url } } } } }`;

interface Identified {
  visitor: { id: string; isOnline: boolean };
  visitorToken: string;
  nextHeartbeatSeconds: number;
  userErrors: unknown[];
}
interface Update {
  changes: { visitorId: string; kind: string }[];
}

describe('presence over HTTP and WebSocket', () => {
  let node: TestNode;
  let second: TestNode;
  const open: Subscriber[] = [];

  beforeAll(async () => {
    const env = { PORCHLIGHT_SWEEP_MS: '50', PORCHLIGHT_COALESCING_MS: '20' };
    node = await startTestNode({ env });
    second = await startTestNode({ besides: node, env });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((subscriber) => subscriber.close()));
  });
  afterAll(async () => {
    await second.close();
    await node.close();
  });

  const identify = async (input: Record<string, unknown> = {}) => {
    const answer = await callApi(node.url, IDENTIFY, {
      input: { siteKey: node.site.key, tabId: 'tab-00000001', ...input },
    });
    expect(answer.errors).toBeUndefined();
    return answer.data['identify'] as Identified;
  };
  const disconnect = async (visitorToken: string, tabId = 'tab-00000001') => {
    const answer = await callApi(node.url, DISCONNECT, { input: { visitorToken, tabId } });
    expect(answer.errors).toBeUndefined();
    return answer.data['disconnect'] as Record<string, unknown>;
  };
  const storedLastSeen = async (id: string) =>
    (await node.services.visitors.findById([node.site.id], id))?.lastSeenAt?.getTime() ?? 0;
  const watch = (url = node.url, after?: string) => {
    const subscriber = subscribeApi(url, WATCH, { after }, `Bearer ${node.apiKey}`);
    open.push(subscriber);
    return { next: async () => (await subscriber.next())['visitorPresenceChanged'] as Update };
  };

  it('identify leaves lastSeenAt in PostgreSQL and reaches a subscriber on another node', async () => {
    const { next } = watch(second.url);
    await next();

    const startedAt = Date.now();
    const { visitor, visitorToken, nextHeartbeatSeconds, userErrors } = await identify({
      displayName: 'Maria',
      page: { url: 'https://acme.test/pricing?token=secret#x', title: 'Pricing' },
    });

    expect(userErrors).toEqual([]);
    expect(visitor.isOnline).toBe(true);
    expect(nextHeartbeatSeconds).toBe(20);
    expect(await storedLastSeen(visitor.id)).toBeGreaterThan(startedAt - 1_000);
    const update = await next();
    expect(update).toMatchObject({ resyncRequired: false, onlineVisitorCount: 1 });
    expect(update.changes).toEqual([
      expect.objectContaining({
        kind: 'CAME_ONLINE',
        reason: 'IDENTIFIED',
        visitorId: visitor.id,
        isOnline: true,
        page: { url: 'https://acme.test/pricing', title: 'Pricing' },
        visitor: expect.objectContaining({ isOnline: true, displayName: 'Maria' }),
      }),
    ]);
    await disconnect(visitorToken);
  });

  it('[P9] disconnect stores lastSeenAt at once and reaches a subscriber after the grace', async () => {
    const { visitor, visitorToken } = await identify({ tabId: 'tab-00000002' });
    const before = await storedLastSeen(visitor.id);
    const { next } = watch();
    await next();

    const startedAt = Date.now();
    const answer = await disconnect(visitorToken, 'tab-00000002');
    expect(answer).toMatchObject({
      isStillOnline: false,
      visitor: { id: visitor.id, isOnline: false },
      userErrors: [],
    });
    const stored = await storedLastSeen(visitor.id);
    expect(stored).toBeGreaterThanOrEqual(before);
    expect(stored).toBeGreaterThan(startedAt - 1_000);

    node.advanceClock(6_000);
    second.advanceClock(6_000);
    const gone = await next();
    expect(gone.changes.map(({ visitorId, kind }) => [visitorId, kind])).toContainEqual([
      visitor.id,
      'WENT_OFFLINE',
    ]);
  });
});
