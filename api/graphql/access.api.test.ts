import { getNamedType, isCompositeType, isObjectType, type GraphQLFieldMap } from 'graphql';
import { ApiScope } from '../access';
import { callApi } from '../testing/api-client';
import { operationFor } from '../testing/operation-for';
import { RawSocket } from '../testing/raw-socket';
import { startTestNode, type TestNode } from '../testing/test-node';
import { buildApiSchema } from './build-schema';

const OPEN = ['disconnect', 'heartbeat', 'identify', 'login', 'logout', 'recordPageView', 'viewer'];
const FOR_WIDGETS = ['id', 'isOnline', 'lastSeenAt'];
const PERSONAL = ['displayName', 'email', 'avatarUrl', 'traits', 'currentPage', 'sessions', 'recentPages'];

const schema = buildApiSchema();
const fieldsOf = (name: string): GraphQLFieldMap<unknown, unknown> => {
  const type = schema.getType(name);
  return isObjectType(type) ? type.getFields() : {};
};
const rootFields = ['Query', 'Mutation'].flatMap((type) =>
  Object.values(fieldsOf(type)).map((field) => ({
    name: field.name,
    operation: operationFor(type.toLowerCase(), field),
  })),
);
const selectionOf = (name: string): string =>
  isCompositeType(getNamedType(fieldsOf('Visitor')[name]!.type)) ? `${name} { __typename }` : name;

describe('who may ask for what', () => {
  let node: TestNode;
  let visitorId: string;

  const identify = (selection: string, headers: Record<string, string> = {}) => {
    const input = {
      siteKey: node.site.key,
      tabId: 'tab-00000001',
      externalId: 'maria',
      email: 'maria@acme.test',
    };
    const query = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { ${selection} } } }`;
    return callApi(node.url, query, { input }, headers);
  };
  const keyWith = async (...scopes: ApiScope[]) => {
    const { secret } = await node.services.apiKeys.create({
      siteId: node.site.id,
      name: 'narrow',
      scopes,
      expiresAt: null,
    });
    return { authorization: `Bearer ${secret}` };
  };

  beforeAll(async () => {
    node = await startTestNode();
    const { data } = await identify('id');
    visitorId = data['identify'].visitor.id as string;
  });
  afterAll(() => node.close());

  describe('without a credential', () => {
    it.each(rootFields.filter(({ name }) => !OPEN.includes(name)))(
      '$name is UNAUTHENTICATED',
      async ({ name, operation }) => {
        const { status, data, errors } = await callApi(node.url, operation);

        expect(status).toBe(401);
        expect((data as typeof data | null)?.[name] ?? null).toBeNull();
        expect(errors).toMatchObject([{ path: [name], extensions: { code: 'UNAUTHENTICATED' } }]);
      },
    );

    it.each(rootFields.filter(({ name }) => OPEN.includes(name)))('$name is open', async ({ operation }) => {
      const { errors } = await callApi(node.url, operation);

      expect(errors).toBeUndefined();
    });

    it('there is no open field but those', () => {
      expect(
        rootFields
          .map(({ name }) => name)
          .filter((name) => OPEN.includes(name))
          .sort(),
      ).toEqual(OPEN);
    });

    it('viewer is null', async () => {
      expect((await callApi(node.url, '{ viewer { kind } }')).data).toEqual({ viewer: null });
    });

    it('the visitor that identify answers with shows whether they are there, and nothing else', async () => {
      const names = Object.keys(fieldsOf('Visitor'));
      const answers = await Promise.all(names.map((name) => identify(selectionOf(name))));

      const shown = names.filter((_, i) => answers[i]!.errors === undefined);
      expect(shown.sort()).toEqual(FOR_WIDGETS);
      for (const { status, errors } of answers) {
        expect(status).toBe(200);
        if (errors) expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      }
    });
  });

  describe('with an API key', () => {
    it.each(['Bearer nonsense', 'Bearer', 'Basic YTpi', `Bearer pl_${'x'.repeat(58)}`])(
      'the header "%s" is UNAUTHENTICATED for every operation',
      async (authorization) => {
        const { status, errors } = await callApi(node.url, '{ viewer { kind } }', {}, { authorization });

        expect(status).toBe(401);
        expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
      },
    );

    it('a key that has expired is UNAUTHENTICATED', async () => {
      const { secret } = await node.services.apiKeys.create({
        siteId: node.site.id,
        name: 'old',
        scopes: [ApiScope.VISITORS_READ],
        expiresAt: new Date(Date.now() - 1_000),
      });

      const { status } = await callApi(
        node.url,
        '{ viewer { kind } }',
        {},
        { authorization: `Bearer ${secret}` },
      );

      expect(status).toBe(401);
    });

    it.each(PERSONAL)('without VISITORS_PII_READ %s is FORBIDDEN, and only that', async (name) => {
      const headers = await keyWith(ApiScope.VISITORS_READ);
      const query = `query ($id: ID!) { a: visitor(id: $id) { externalId ${selectionOf(name)} } b: visitor(id: $id) { id } }`;

      const { status, data, errors } = await callApi(node.url, query, { id: visitorId }, headers);

      expect(status).toBe(200);
      expect(errors).toMatchObject([{ path: ['a', name], extensions: { code: 'FORBIDDEN' } }]);
      // The list of sessions is never null; so there it is the visitor.
      expect(data).toEqual({
        a: name === 'sessions' ? null : { externalId: 'maria', [name]: null },
        b: { id: visitorId },
      });
    });

    it.each(['search: "maria"', 'sort: NAME_ASC'])(
      'without VISITORS_PII_READ visitors(%s) is FORBIDDEN',
      async (argument) => {
        const headers = await keyWith(ApiScope.VISITORS_READ);

        const { data, errors } = await callApi(
          node.url,
          `{ visitors(first: 1, ${argument}) { nodes { id } } }`,
          {},
          headers,
        );

        expect(data).toEqual({ visitors: null });
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      },
    );

    it('without VISITORS_READ no query finds a visitor', async () => {
      const headers = await keyWith(ApiScope.PRESENCE_SUBSCRIBE);
      const query = `query ($id: ID!) { visitor(id: $id) { id } visitorByExternalId(externalId: "maria") { id }
        visitors(first: 1) { nodes { id } } node(id: $id) { id } site { onlineVisitorCount name } }`;

      const { status, data, errors } = await callApi(node.url, query, { id: visitorId }, headers);

      expect(status).toBe(200);
      expect(data).toEqual({
        visitor: null,
        visitorByExternalId: null,
        visitors: null,
        node: null,
        site: { onlineVisitorCount: null, name: 'Acme' },
      });
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(Array(4).fill('FORBIDDEN'));
    });

    it('without PRESENCE_SUBSCRIBE the subscription is FORBIDDEN', async () => {
      const { authorization } = await keyWith(ApiScope.VISITORS_READ, ApiScope.VISITORS_PII_READ);
      const socket = await RawSocket.connect(node.url, authorization.slice('Bearer '.length));

      socket.subscribe('1', 'subscription { visitorPresenceChanged { cursor } }');

      const { payload } = await socket.next('next', '1');
      expect(payload.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(node.services.changes.followerCount).toBe(0);
      await socket.close();
    });

    it('even every scope makes no API key', async () => {
      const { data, errors } = await callApi(
        node.url,
        'mutation { createApiKey(input: { name: "x", scopes: [SITE_MANAGE] }) { secret } }',
        {},
        { authorization: `Bearer ${node.apiKey}` },
      );

      expect(data).toEqual({ createApiKey: null });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    });
  });
});
