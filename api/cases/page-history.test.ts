import { startCaseNode, type CaseNode } from '../testing/case-node';

const [TAB, NEXT_TAB] = ['tab-11111111', 'tab-22222222'];
const MOST_KEPT = 20;
const RECENT = `query ($id: ID!) { visitor(id: $id) { recentPages(first: ${MOST_KEPT}) { url } } }`;

describe('the pages of a visitor', () => {
  let node: CaseNode;
  beforeAll(async () => (node = await startCaseNode()));
  afterAll(() => node.close());

  const recent = async (id: string) => {
    const { visitor } = await node.ask<{ visitor: { recentPages: { url: string }[] } }>(RECENT, { id });
    return visitor.recentPages.map(({ url }) => url);
  };
  const browse = async (visitorToken: string, tabId: string, pages: number[]) => {
    for (const number of pages) {
      await node.recordPageView({ visitorToken, tabId, page: { url: `https://acme.test/${number}` } });
    }
  };
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const urls = (from: number, to: number) =>
    numbers(from, to)
      .reverse()
      .map((number) => `https://acme.test/${number}`);

  it('case 52: of any number of pages and visits the last twenty of the last visit are kept', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB });
    await browse(visitorToken, TAB, numbers(1, 60));
    expect(await recent(visitor.id)).toEqual(urls(41, 60));
    await node.disconnect({ visitorToken, tabId: TAB });
    await node.pass(10);
    expect(await recent(visitor.id)).toEqual(urls(41, 60));

    await node.identify({ visitorToken, tabId: NEXT_TAB });
    await browse(visitorToken, NEXT_TAB, numbers(61, 63));
    await node.pass(92);

    expect(await recent(visitor.id)).toEqual(urls(61, 63));
  });
});
