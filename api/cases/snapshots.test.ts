import { subscribeApi } from '../testing/api-client';
import { startCaseNode, type CaseNode } from '../testing/case-node';

const TAB = 'tab-11111111';
const WATCH = `subscription ($after: String) { visitorPresenceChanged(after: $after) {
  resyncRequired changes { kind visitorId isOnline visitor { isOnline } } } }`;

describe('a list that is read while visitors come and go', () => {
  let node: CaseNode;
  beforeAll(async () => (node = await startCaseNode()));
  afterAll(() => node.close());

  const readList = async () => {
    const { visitors } = await node.ask<{ visitors: { presenceCursor: string; nodes: { id: string }[] } }>(
      '{ visitors(first: 100, filter: { isOnline: true }) { presenceCursor nodes { id } } }',
    );
    return { ids: visitors.nodes.map(({ id }) => id), after: visitors.presenceCursor };
  };

  it('case 54: whoever identifies and reads in one request finds themselves online', async () => {
    const { data } = await node.send('identify', { tabId: TAB });

    const { visitor } = data['identify'];
    expect(visitor.isOnline).toBe(true);
    expect((await readList()).ids).toContain(visitor.id);
  });

  it('case 56: a leaver between the list and the subscription is told of, and what the list knows is not told again', async () => {
    const leaver = await node.identify({ tabId: TAB });
    const { ids, after } = await readList();
    await node.disconnect({ visitorToken: leaver.visitorToken, tabId: TAB });
    await node.pass(6);

    const subscriber = subscribeApi(node.url, WATCH, { after }, `Bearer ${node.apiKey}`);
    const { visitorPresenceChanged: first } = await subscriber.next();
    await subscriber.close();

    expect(ids).toContain(leaver.visitor.id);
    expect(first.resyncRequired).toBe(false);
    expect(first.changes).toEqual([
      { kind: 'WENT_OFFLINE', visitorId: leaver.visitor.id, isOnline: false, visitor: { isOnline: false } },
    ]);
    expect((await readList()).ids).not.toContain(leaver.visitor.id);
  });

  it('case 77: without any socket, asking again is enough for the list and for one visitor', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB });
    const seen: [boolean, boolean][] = [];
    const look = async () => {
      const { one } = await node.ask<{ one: { isOnline: boolean } }>(
        'query ($id: ID!) { one: visitor(id: $id) { isOnline } }',
        {
          id: visitor.id,
        },
      );
      seen.push([(await readList()).ids.includes(visitor.id), one.isOnline]);
    };

    await look();
    await node.disconnect({ visitorToken, tabId: TAB });
    await look();
    await node.identify({ visitorToken, tabId: 'tab-22222222' });
    await look();
    await node.pass(91);
    await look();

    expect(seen).toEqual([true, false, true, false].map((isOnline) => [isOnline, isOnline]));
  });

  it('case 76: a tab that flickers between hidden and visible twenty times a second is no event at all', async () => {
    const { visitor, visitorToken } = await node.identify({
      tabId: TAB,
      page: { url: 'https://acme.test/' },
    });

    for (let flick = 0; flick < 100; flick++) {
      node.advanceClock(50);
      await node.heartbeat({ visitorToken, tabId: TAB, isVisible: flick % 2 === 1 });
    }

    expect(await node.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED']);
  });

  it('case 80: two hundred visitors behind one address are all let in', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => node.send('identify', { tabId: `tab-office-${i}` })),
    );

    expect(answers.filter(({ data }) => data?.['identify'].visitor.isOnline !== true)).toEqual([]);
  });
});
