import { ApiScope } from '../access';
import { exchange, JSON_TYPE } from '../conformance/exchange';
import { ROOTS, type Root } from '../conformance/refusal-table';
import { RawSocket } from '../testing/raw-socket';
import { startTestNode, type TestNode } from '../testing/test-node';

const documentFor = ({ kind, field, needs }: Root) =>
  `${kind} { ${field}${needs && `(${needs})`} { resyncRequired } }`;

describe('a credential that is not enough', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await startTestNode();
  });
  afterAll(() => node.close());

  const keyWith = async (scopes: ApiScope[], expiresAt: Date | null = null) => {
    const made = await node.services.apiKeys.create({ siteId: node.site.id, name: 'x', scopes, expiresAt });
    return made.secret;
  };

  const worthless: [title: string, authorization: () => Promise<string | undefined>][] = [
    ['none', () => Promise.resolve(undefined)],
    ['a key that is none', () => Promise.resolve('Bearer nonsense')],
    ['another kind of credential', () => Promise.resolve('Basic YTpi')],
    ['a key with a typing error', () => Promise.resolve(`Bearer ${node.apiKey.slice(0, -1)}_`)],
    [
      'a key that has expired',
      async () => `Bearer ${await keyWith(Object.values(ApiScope), new Date(Date.now() - 1_000))}`,
    ],
  ];

  it.each(worthless)(
    '%s is UNAUTHENTICATED over HTTP, and closes a socket with 4403',
    async (_title, make) => {
      const authorization = await make();
      const headers = { ...JSON_TYPE, ...(authorization && { authorization }) };
      const body = JSON.stringify({ query: documentFor(ROOTS.HTTP) });
      const socket = await RawSocket.open(node.url);

      const { status, codes } = await exchange(node, { method: 'POST', headers, body });
      socket.send({ type: 'connection_init', payload: { authorization } });

      expect([status, codes]).toEqual([401, ['UNAUTHENTICATED']]);
      expect(await socket.closed).toMatchObject({ code: 4403 });
    },
  );

  it('a key without the scope is FORBIDDEN on both, and costs neither the socket nor the rest of the answer', async () => {
    const apiKey = await keyWith([ApiScope.SITE_MANAGE]);
    const headers = { ...JSON_TYPE, authorization: `Bearer ${apiKey}` };
    const body = JSON.stringify({
      query: `{ viewer { kind } ${documentFor(ROOTS.HTTP).slice('query {'.length)}`,
    });
    const socket = await RawSocket.connect(node.url, apiKey);
    socket.subscribe('1', documentFor(ROOTS.WebSocket));

    const { status, codes, data } = await exchange(node, { method: 'POST', headers, body });
    const { payload } = await socket.next('next', '1');

    expect([status, codes]).toEqual([200, ['FORBIDDEN']]);
    expect(data).toEqual({ viewer: { kind: 'API_KEY' }, presenceChanges: null });
    expect(payload.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await socket.next('complete', '1');
    await socket.close();
  });
});
