import assert from 'node:assert/strict';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import type { ConformanceCase } from './conformance-case';
import { exchange, JSON_TYPE } from './exchange';
import type { Target } from './target';

const ask = (target: Target, query: string, variables: object = {}, headers: Record<string, string> = {}) =>
  exchange(target, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify({ query, variables }),
  });

const REFUSED = {
  __schema: '{ __schema { types { name } } }',
  __type: '{ __type(name: "Visitor") { fields { name } } }',
  '__schema behind an alias and a fragment':
    '{ ...f } fragment f on Query { a: __schema { types { name } } }',
};

const MISSPELT: readonly [what: string, query: string, variables?: object][] = [
  ['a field', '{ vister { id } }'],
  ['an argument', '{ visitor(idd: "x") { id } }'],
  [
    'an input field',
    'mutation ($i: HeartbeatInput!) { heartbeat(input: $i) { serverTime } }',
    { i: { tabIdd: 'x' } },
  ],
  ['an enum value', '{ visitors(first: 1, sort: NAME_ASK) { nodes { id } } }'],
  ['a type', '{ node(id: "x") { ... on Visitr { id } } }'],
];

/** What may be learnt about the schema, and by whom. */
export const INTROSPECTION_CASES: readonly ConformanceCase[] = [
  ...Object.entries(REFUSED).map(([what, query]) => ({
    title: `[X-09] without a credential ${what} is INTROSPECTION_DISABLED`,
    run: async (target: Target) => {
      const { status, data, codes } = await ask(target, query);
      assert.deepEqual([status, data, codes], [400, undefined, ['INTROSPECTION_DISABLED']]);
    },
  })),
  {
    title: '[X-09] without a credential __typename may be asked for',
    run: async (target) => {
      const { data } = await ask(target, '{ __typename }');
      assert.deepEqual(data, { __typename: 'Query' });
    },
  },
  ...MISSPELT.map(([what, query, variables]) => ({
    title: `[X-09] no name is suggested for ${what}`,
    run: async (target: Target) => {
      const { status, text } = await ask(target, query, variables);
      assert.equal(status, 400);
      assert.doesNotMatch(text, /Did you mean/);
    },
  })),
  {
    title: '[X-09] an API key may introspect all of it',
    run: async (target) => {
      const headers = { authorization: `Bearer ${target.apiKey}` };
      const { data, codes } = await ask(target, getIntrospectionQuery(), {}, headers);
      assert.deepEqual(codes, []);
      assert.ok(buildClientSchema(data as IntrospectionQuery).getSubscriptionType());
    },
  },
];
