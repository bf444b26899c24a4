import type { GraphQLInterfaceType } from 'graphql';
import { callApi } from '../testing/api-client';
import { RawSocket } from '../testing/raw-socket';
import { startTestNode, type TestNode } from '../testing/test-node';
import { buildApiSchema } from './build-schema';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { id } } }`;
const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const schema = buildApiSchema();
const NODE_TYPES = schema
  .getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType)
  .map(({ name }) => name);
const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) { agent { id } } }`;

describe('node', () => {
  let node: TestNode;
  let cookie: string;
  let ids: Record<string, string>;

  beforeAll(async () => {
    node = await startTestNode({ env: { PORCHLIGHT_COALESCING_MS: '5' } });
    const { data, headers } = await callApi(node.url, LOGIN, { input: node.agent });
    cookie = headers.get('set-cookie')!.split(';', 1)[0]!;
    const socket = await RawSocket.connect(node.url, node.apiKey);
    socket.subscribe('1', 'subscription { visitorPresenceChanged { changes { id } } }');
    await socket.next('next', '1');
    const identified = await callApi(node.url, IDENTIFY, {
      input: { siteKey: node.site.key, tabId: 'tab-00000001' },
    });
    const { payload } = await socket.next('next', '1');
    await socket.close();
    const who = await callApi(
      node.url,
      '{ viewer { apiKey { id } } }',
      {},
      { authorization: `Bearer ${node.apiKey}` },
    );
    ids = {
      Visitor: identified.data['identify'].visitor.id as string,
      Site: node.site.id,
      Agent: data['login'].agent.id as string,
      ApiKey: who.data['viewer'].apiKey.id as string,
      PresenceChange: payload.data.visitorPresenceChanged.changes[0].id as string,
    };
  });
  afterAll(() => node.close());

  it.each(NODE_TYPES)('finds a %s by its id', async (type) => {
    expect(Object.keys(ids)).toContain(type);

    const { data, errors } = await callApi(node.url, NODE, { id: ids[type] }, { cookie });

    expect(errors).toBeUndefined();
    expect(data).toEqual({ node: { __typename: type, id: ids[type] } });
  });

  it('shows no agent and no key to a program', async () => {
    for (const type of ['Agent', 'ApiKey'] as const) {
      const headers = { authorization: `Bearer ${node.apiKey}` };
      expect((await callApi(node.url, NODE, { id: ids[type] }, headers)).data).toEqual({ node: null });
    }
  });

  it('finds no change of another number or epoch', async () => {
    const id = ids['PresenceChange']!;
    for (const other of [
      id.replace(/\d+$/, '99'),
      id.replace(/_[\da-f]+_/, '_abc_'),
      `${id}9`,
      id.toUpperCase(),
    ]) {
      expect((await callApi(node.url, NODE, { id: other }, { cookie })).data).toEqual({ node: null });
    }
  });

  it('says that a change cannot be read when Redis is away, rather than that there is none', async () => {
    await node.redis.kill();

    const { data, errors } = await callApi(node.url, NODE, { id: ids['PresenceChange']! }, { cookie });

    expect(data).toEqual({ node: null });
    expect(errors).toMatchObject([{ extensions: { code: 'PRESENCE_UNAVAILABLE' } }]);
  });
});
