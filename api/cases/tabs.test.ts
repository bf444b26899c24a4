import { startCaseNode, type CaseNode } from '../testing/case-node';

const [TAB, OTHER_TAB] = ['tab-11111111', 'tab-22222222'];
const page = (path: string) => ({ page: { url: `https://acme.test${path}` } });

interface Seen {
  isOnline: boolean;
  currentPage: { url: string } | null;
  presence: { state: string; sessionCount: number };
  sessions: { tabId: string }[];
}

describe('one visitor with several tabs and devices', () => {
  let node: CaseNode;
  beforeAll(async () => (node = await startCaseNode()));
  afterAll(() => node.close());

  const look = async (id: string) => {
    const fields = 'isOnline currentPage { url } presence { state sessionCount } sessions { tabId }';
    const { visitor } = await node.ask<{ visitor: Seen }>(
      `query ($id: ID!) { visitor(id: $id) { ${fields} } }`,
      { id },
    );
    return visitor;
  };
  /** A visitor with a page open in each of two tabs, the second opened last. */
  const withTwoTabs = async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB, ...page('/home') });
    await node.pass(5);
    await node.identify({ visitorToken, tabId: OTHER_TAB, ...page('/docs') });
    return { id: visitor.id, visitorToken };
  };

  it('case 28: closing the second tab brings back the page of the first', async () => {
    const { id, visitorToken } = await withTwoTabs();
    expect((await look(id)).currentPage?.url).toBe('https://acme.test/docs');

    await node.disconnect({ visitorToken, tabId: OTHER_TAB });

    expect(await look(id)).toMatchObject({ isOnline: true, currentPage: { url: 'https://acme.test/home' } });
  });

  it('case 29: the current page is that of the tab in front, not of the one opened first or last', async () => {
    const { id, visitorToken } = await withTwoTabs();
    await node.heartbeat({ visitorToken, tabId: TAB, isVisible: false });
    await node.pass(5);

    await node.heartbeat({ visitorToken, tabId: OTHER_TAB, isVisible: false });
    await node.heartbeat({ visitorToken, tabId: TAB, isVisible: true });

    expect((await look(id)).currentPage?.url).toBe('https://acme.test/home');
  });

  it('case 30: of two tabs, closing one leaves the visitor online and closing both does not', async () => {
    const { id, visitorToken } = await withTwoTabs();

    await node.disconnect({ visitorToken, tabId: TAB });
    expect(await node.isOnline(id)).toBe(true);
    await node.disconnect({ visitorToken, tabId: OTHER_TAB });

    expect(await node.isOnline(id)).toBe(false);
  });

  it('case 33: two tabs that share an id by accident are both seen again within a heartbeat', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB, ...page('/home') });
    await node.identify({ visitorToken, tabId: TAB, ...page('/home') }); // the copy
    await node.disconnect({ visitorToken, tabId: TAB }); // the copy is closed

    const { data } = await node.send('heartbeat', { visitorToken, tabId: TAB });
    expect(data['heartbeat'].userErrors).toEqual([{ code: 'SESSION_ENDED' }]);
    await node.identify({ visitorToken, tabId: OTHER_TAB, ...page('/home') }); // as the widget answers that

    expect(await node.isOnline(visitor.id)).toBe(true);
    await node.pass(30);
    expect(await node.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED', 'PAGE_CHANGED IDENTIFIED']);
  });

  it('case 34: a laptop that closes while the phone stays is one session fewer, and nobody left', async () => {
    const { visitor } = await node.identify({ tabId: 'tab-of-phone', externalId: 'case-34' });
    const laptop = await node.identify({ tabId: 'tab-of-laptop', externalId: 'case-34' });
    expect(laptop.visitor.id).toBe(visitor.id);
    expect((await look(visitor.id)).presence.sessionCount).toBe(2);

    await node.disconnect({ visitorToken: laptop.visitorToken, tabId: 'tab-of-laptop' });
    await node.pass(10);

    const { presence, sessions } = await look(visitor.id);
    expect(presence).toEqual({ state: 'ONLINE', sessionCount: 1 });
    expect(sessions).toEqual([{ tabId: 'tab-of-phone' }]);
    expect(await node.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED']);
  });

  it('case 35: a goodbye that arrives long after its tab was given up changes nothing', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB });
    await node.pass(60);
    await node.identify({ visitorToken, tabId: OTHER_TAB });
    await node.pass(60); // the first tab is over, unheard
    await node.heartbeat({ visitorToken, tabId: OTHER_TAB });

    await node.disconnect({ visitorToken, tabId: TAB });
    await node.pass(10);

    expect(await node.isOnline(visitor.id)).toBe(true);
    expect(await node.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED']);
  });
});
