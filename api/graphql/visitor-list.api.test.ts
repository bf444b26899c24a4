import { callApi } from '../testing/api-client';
import { countStatements } from '../testing/count-statements';
import { recordCommands } from '../testing/record-commands';
import { startTestNode, type TestNode } from '../testing/test-node';

const HUNDRED = '{ visitors(first: 100) { nodes { isOnline } } }';
const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { id } userErrors { code } } }`;
/** What a dashboard shows of a visitor, behind a fragment as it asks for it. */
const CARD = `fragment Card on Visitor { id displayName isOnline lastSeenAt visitCount
  presence { state since sessionCount } currentPage { url title since } device { browser } }`;

describe('a page of a hundred visitors', () => {
  let node: TestNode;

  // No sweep may run meanwhile: every command that is counted belongs to the query.
  beforeAll(async () => {
    node = await startTestNode();
    const page = { url: 'https://acme.test/pricing' };
    const tabs = Array.from({ length: 100 }, (_, i) => `tab-${String(i).padStart(5, '0')}`);
    await Promise.all(
      tabs.map((tabId) => callApi(node.url, IDENTIFY, { input: { siteKey: node.site.key, tabId, page } })),
    );
  });
  afterAll(() => node.close());

  const ask = (query: string) => callApi(node.url, query, {}, { authorization: `Bearer ${node.apiKey}` });
  /** The answer, and how often it asked each store. The credential is known by then. */
  const counted = async (query: string) => {
    await ask('{ viewer { kind } }');
    let answer: Awaited<ReturnType<typeof ask>> | undefined;
    let statements = 0;
    const commands = await recordCommands(node.redis.url, async () => {
      statements = await countStatements(async () => (answer = await ask(query)));
    });
    expect(answer?.errors).toBeUndefined();
    return { list: answer?.data['visitors'], commands: commands.length, statements };
  };

  it('says who is online in one Redis round trip', async () => {
    const { list, commands, statements } = await counted(HUNDRED);

    expect(list.nodes).toEqual(Array.from({ length: 100 }, () => ({ isOnline: true })));
    expect(commands).toBe(1);
    expect(statements).toBeLessThanOrEqual(2);
  });

  it('brings presence, pages and the place in the feed in the same command, the count in one more statement', async () => {
    const { list, commands, statements } = await counted(
      `{ visitors(first: 100) { nodes { ...Card } totalCount presenceCursor pageInfo { endCursor } } } ${CARD}`,
    );

    expect(list.totalCount).toBe(100);
    expect(list.presenceCursor).not.toBeNull();
    const shown = {
      isOnline: true,
      currentPage: { url: 'https://acme.test/pricing' },
      presence: { sessionCount: 1 },
    };
    expect(list.nodes).toMatchObject(Array.from({ length: 100 }, () => shown));
    expect(commands).toBe(1);
    expect(statements).toBeLessThanOrEqual(3);
  });

  it('brings the pages of the visit when they are asked for', async () => {
    const { list, commands } = await counted(
      '{ visitors(first: 9) { edges { node { recentPages { url } } } } }',
    );

    const seen = { node: { recentPages: [{ url: 'https://acme.test/pricing' }] } };
    expect(list.edges).toEqual(Array.from({ length: 9 }, () => seen));
    expect(commands).toBe(1);
  });

  it.each([
    ['{ visitors(first: 1) { totalCount } }', 0, 1],
    ['{ visitors(first: 1) { presenceCursor } }', 1, 0],
    ['{ visitors(first: 9, filter: { isOnline: true }) { nodes { isOnline presence { state } } } }', 1, 2],
    ['{ visitors(first: 9, filter: { isOnline: false }) { nodes { isOnline presence { state } } } }', 1, 2],
    ['{ visitors(first: 9, sort: NAME_ASC) { nodes { isOnline presence { state } } } }', 1, 1],
    ['{ visitors(first: 9, sort: NAME_ASC) { presenceCursor nodes { isOnline } } }', 2, 1],
  ])('%s costs at most %i commands and %i statements', async (query, commands, statements) => {
    const cost = await counted(query);

    expect(cost.commands).toBeLessThanOrEqual(commands);
    expect(cost.statements).toBeLessThanOrEqual(statements);
  });

  it('[P8] says that nobody is online, without an error, when Redis is gone', async () => {
    await node.redis.kill();

    const { data, errors } = await ask('{ visitors(first: 100) { nodes { isOnline presence { state } } } }');

    const unknown = { isOnline: false, presence: { state: 'UNKNOWN' } };
    expect(errors).toBeUndefined();
    expect(data['visitors'].nodes).toEqual(Array.from({ length: 100 }, () => unknown));
  });
});
