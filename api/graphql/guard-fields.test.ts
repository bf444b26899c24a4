import { buildSchema, graphqlSync, type GraphQLSchema } from 'graphql';
import { ApiScope } from '../access';
import { AgentRole } from '../agents/agent-role';
import type { Credential } from './credential';
import { guardFields } from './guard-fields';

const agent = (role: AgentRole) =>
  ({ kind: 'AGENT', agent: { role }, siteIds: ['ours'] }) as unknown as Credential;
const key = (...scopes: ApiScope[]) =>
  ({ kind: 'API_KEY', apiKey: { scopes }, siteIds: ['ours'] }) as unknown as Credential;

/** A schema whose fields carry the given rules; `visitor.name` is a field of an object. */
function guarded(rules: Record<string, string>): GraphQLSchema {
  const schema = buildSchema(
    'type Query { open: Int any: Int admin: Int scope: Int visitor: Visitor } type Visitor { id: ID name: String }',
  );
  for (const type of ['Query', 'Visitor']) {
    for (const field of Object.values(
      (schema.getType(type) as ReturnType<GraphQLSchema['getQueryType']>)!.getFields(),
    )) {
      const requires = rules[field.name];
      if (requires) field.extensions = { requires };
    }
  }
  guardFields(schema);
  return schema;
}

const RULES = {
  open: 'ANYBODY',
  any: 'CREDENTIAL',
  admin: 'ADMIN',
  scope: ApiScope.VISITORS_READ,
  visitor: 'ANYBODY',
  name: ApiScope.VISITORS_PII_READ,
};

describe('the guard in front of every field', () => {
  const schema = guarded(RULES);
  const codesOf = (credential: Credential | null, source: string, rootValue: object = {}) =>
    graphqlSync({ schema, source, rootValue, contextValue: { credential } }).errors?.map(
      ({ extensions }) => extensions['code'],
    ) ?? [];

  it('lets no schema be built with a root field that says nothing about who may call it', () => {
    expect(() => guarded({ ...RULES, any: '' })).toThrow('Query.any says nothing about who may call it');
  });

  it.each<[string, Credential | null, Record<string, string[]>]>([
    [
      'nobody',
      null,
      { open: [], any: ['UNAUTHENTICATED'], admin: ['UNAUTHENTICATED'], scope: ['UNAUTHENTICATED'] },
    ],
    ['a key without scopes', key(), { open: [], any: [], admin: ['FORBIDDEN'], scope: ['FORBIDDEN'] }],
    ['a key with every scope', key(...Object.values(ApiScope)), { any: [], admin: ['FORBIDDEN'], scope: [] }],
    ['a member', agent(AgentRole.MEMBER), { any: [], admin: ['FORBIDDEN'], scope: [] }],
    ['an administrator', agent(AgentRole.ADMIN), { any: [], admin: [], scope: [] }],
  ])('%s', (_name, credential, expected) => {
    for (const [field, codes] of Object.entries(expected))
      expect(codesOf(credential, `{ ${field} }`)).toEqual(codes);
  });

  it.each<[string, Credential | null, string, string[]]>([
    ['a key that may, on its own site', key(ApiScope.VISITORS_PII_READ), 'ours', []],
    ['a key that may, on a foreign site', key(ApiScope.VISITORS_PII_READ), 'theirs', ['FORBIDDEN']],
    ['an administrator of another site', agent(AgentRole.ADMIN), 'theirs', ['FORBIDDEN']],
    ['a key that may not', key(ApiScope.VISITORS_READ), 'ours', ['FORBIDDEN']],
    ['nobody', null, 'ours', ['FORBIDDEN']],
  ])('a field of a visitor, asked for by %s', (_name, credential, siteId, codes) => {
    const rootValue = { visitor: { id: '1', name: 'Maria', siteId } };

    expect(codesOf(credential, '{ visitor { id } }', rootValue)).toEqual([]);
    expect(codesOf(credential, '{ visitor { id name } }', rootValue)).toEqual(codes);
  });
});
