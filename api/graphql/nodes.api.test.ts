import { callApi } from '../testing/api-client';
import { countStatements } from '../testing/count-statements';
import { recordCommands } from '../testing/record-commands';
import { createTenant, startTestNode, type TestNode } from '../testing/test-node';
import { newId } from '../typed-id';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { id } } }`;
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Visitor { isOnline } } }';

describe('nodes', () => {
  let node: TestNode;
  let ids: string[];

  const ask = (wanted: string[], query = NODES) =>
    callApi(node.url, query, { ids: wanted }, { authorization: `Bearer ${node.apiKey}` });
  const arrive = async (siteKey: string, index: number): Promise<string> => {
    const input = { siteKey, tabId: `tab-${String(index).padStart(6, '0')}` };
    return (await callApi(node.url, IDENTIFY, { input })).data['identify'].visitor.id as string;
  };

  // No sweep may run meanwhile: every command that is counted belongs to the query.
  beforeAll(async () => {
    node = await startTestNode();
    ids = await Promise.all(Array.from({ length: 100 }, (_, i) => arrive(node.site.key, i)));
    await ask(ids.slice(0, 1));
  });
  afterAll(() => node.close());

  it('says of a hundred visitors who is online in one Redis command and one statement', async () => {
    let answer: Awaited<ReturnType<typeof ask>> | undefined;
    let statements = 0;

    const commands = await recordCommands(node.redis.url, async () => {
      statements = await countStatements(async () => (answer = await ask(ids)));
    });

    expect(answer?.errors).toBeUndefined();
    expect(answer?.data).toEqual({ nodes: ids.map((id) => ({ __typename: 'Visitor', id, isOnline: true })) });
    expect(commands).toHaveLength(1);
    expect(statements).toBe(1);
  });

  it('answers in the order asked, twice for an id given twice, null for what node would not find', async () => {
    const foreign = await arrive((await createTenant(node, 'Other')).site.key, 1);
    const [one = '', other = ''] = ids;

    const { data, errors } = await ask([other, 'x', node.site.id, foreign, newId('visitor'), one, other]);

    expect(errors).toBeUndefined();
    const found = (data['nodes'] as ({ id: string } | null)[]).map((entry) => entry?.id ?? null);
    expect(found).toEqual([other, null, node.site.id, null, null, one, other]);
    expect((await ask([])).data).toEqual({ nodes: [] });
  });

  it('[X-08] refuses more than a hundred ids', async () => {
    const { status, errors } = await ask([...ids, ids[0]!]);

    expect(status).toBe(400);
    expect(errors).toMatchObject([{ path: ['nodes'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  // Last: what stops Redis stops it for good.
  it('[P8] without Redis visitors are there and not online; a change is an error in its own place only', async () => {
    await node.redis.kill();

    const { data, errors } = await ask([ids[0]!, `change_${node.site.id}_abc_1`]);

    expect(data).toEqual({ nodes: [{ __typename: 'Visitor', id: ids[0], isOnline: false }, null] });
    expect(errors).toMatchObject([{ path: ['nodes', 1], extensions: { code: 'PRESENCE_UNAVAILABLE' } }]);
  });
});
