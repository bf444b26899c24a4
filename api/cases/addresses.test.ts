import { startCaseNode, type CaseNode } from '../testing/case-node';
import { whatIsStored } from '../testing/what-is-stored';

const TAB = 'tab-aaaaaaaa';

describe('addresses that nobody should have sent', () => {
  let node: CaseNode;
  beforeAll(async () => (node = await startCaseNode()));
  afterAll(() => node.close());

  it.each([
    ['case 95: an address of 4,000 characters', `https://acme.test/${'a'.repeat(4_000)}`],
    ['case 96: a script', 'javascript:alert(1)'],
  ])('%s is refused, and the visitor stays where they were', async (_name, url) => {
    const { visitor, visitorToken } = await node.identify({
      tabId: TAB,
      page: { url: 'https://acme.test/' },
    });
    const before = await whatIsStored(node);

    const answers = [
      await node.send('identify', { tabId: TAB, visitorToken, page: { url } }),
      await node.send('recordPageView', { tabId: TAB, visitorToken, page: { url } }),
      await node.send('heartbeat', {
        tabId: TAB,
        visitorToken,
        page: { url: 'https://acme.test/', referrer: url },
      }),
    ];

    expect(answers.map(({ errors }) => errors?.[0]?.extensions['code'])).toEqual(
      Array(3).fill('BAD_USER_INPUT'),
    );
    expect(await whatIsStored(node)).toEqual(before);
    expect(await node.isOnline(visitor.id)).toBe(true);
  });

  it('case 96: a title that looks like markup is kept as the text it is', async () => {
    const title = '<img src=x onerror=alert(1)>';
    const { visitor } = await node.identify({ tabId: TAB, page: { url: 'https://acme.test/', title } });

    const answer = await node.ask<{ visitor: { currentPage: { title: string } } }>(
      'query ($id: ID!) { visitor(id: $id) { currentPage { title } } }',
      { id: visitor.id },
    );

    expect(answer.visitor.currentPage.title).toBe(title);
  });
});
