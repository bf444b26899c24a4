import { callApi } from '../testing/api-client';
import { recordCommands } from '../testing/record-commands';
import { startTestNode, type TestNode } from '../testing/test-node';

const HUNDRED = '{ visitors(first: 100) { nodes { isOnline } } }';
const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { id } userErrors { code } } }`;

describe('a page of a hundred visitors', () => {
  let node: TestNode;

  // No sweep may run meanwhile: every command that is counted belongs to the query.
  beforeAll(async () => {
    node = await startTestNode({ env: { PORCHLIGHT_SWEEP_MS: '3600000' } });
    const tabs = Array.from({ length: 100 }, (_, i) => `tab-${String(i).padStart(5, '0')}`);
    await Promise.all(
      tabs.map((tabId) => callApi(node.url, IDENTIFY, { input: { siteKey: node.site.key, tabId } })),
    );
  });
  afterAll(() => node.close());

  const ask = (query: string) => callApi(node.url, query, {}, { authorization: `Bearer ${node.apiKey}` });

  it('says who is online in one Redis round trip', async () => {
    let nodes: unknown;

    const commands = await recordCommands(node.redis.url, async () => {
      nodes = (await ask(HUNDRED)).data['visitors'].nodes;
    });

    expect(nodes).toEqual(Array.from({ length: 100 }, () => ({ isOnline: true })));
    expect(commands).toHaveLength(1);
  });

  it('[P8] says that nobody is online, without an error, when Redis is gone', async () => {
    await node.redis.kill();

    const { data, errors } = await ask('{ visitors(first: 100) { nodes { isOnline presence { state } } } }');

    const unknown = { isOnline: false, presence: { state: 'UNKNOWN' } };
    expect(errors).toBeUndefined();
    expect(data['visitors'].nodes).toEqual(Array.from({ length: 100 }, () => unknown));
  });
});
