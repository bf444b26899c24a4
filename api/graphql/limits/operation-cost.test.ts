import { getIntrospectionQuery, parse } from 'graphql';
import { buildApiSchema } from '../build-schema';
import { operationCost } from './operation-cost';

const schema = buildApiSchema();
const costOf = (query: string, variables?: Record<string, unknown>) =>
  operationCost({ schema, document: parse(query), variables });

describe('the cost of an operation', () => {
  it.each<[string, string, number, Record<string, unknown>?]>([
    ['an object is a point', '{ visitor(id: "x") { id isOnline } }', 1],
    ['and so is each one in it', '{ visitor(id: "x") { site { id } presence { state } } }', 3],
    [
      'a page is its length times what is asked of each',
      '{ visitors(first: 20) { nodes { presence { state } } } }',
      40,
    ],
    ['also from its end', '{ visitors(last: 20) { nodes { id } } }', 20],
    ['an edge is an object as well', '{ visitors(first: 20) { edges { cursor node { id } } } }', 40],
    ['where a page stands is free', '{ visitors(first: 20) { pageInfo { endCursor } } }', 0],
    ['variables count', 'query ($n: Int) { visitors(first: $n) { nodes { id } } }', 50, { n: 50 }],
    ['and so do their defaults', 'query ($n: Int = 30) { visitors(first: $n) { nodes { id } } }', 30],
    ['a total is ten more', '{ visitors(first: 20) { totalCount nodes { id } } }', 30],
    ['a search is ten more', '{ visitors(first: 20, search: "a") { nodes { id } } }', 30],
    [
      'a search for nothing is none',
      'query ($s: String) { visitors(first: 20, search: $s) { nodes { id } } }',
      20,
    ],
    ['ids are as many as they are', '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    [
      'also as a variable',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      4,
      { ids: ['a', 'b', 'c', 'd'] },
    ],
    ['a list counts as what it holds at most', '{ visitor(id: "x") { sessions { tabId } } }', 21],
    ['one that does not say counts as ten', '{ site { agents { id } } }', 11],
    ['a mutation is ten, and what it answers', 'mutation { logout { agentId userErrors { code } } }', 10],
    ['twice the field is twice the cost', '{ a: visitor(id: "x") { id } b: visitor(id: "x") { id } }', 2],
    [
      'fragments count where they are',
      '{ visitors(first: 5) { nodes { ...f } } } fragment f on Visitor { site { id } }',
      10,
    ],
    [
      'of types that exclude each other the dearest',
      '{ node(id: "x") { ... on Visitor { site { id } presence { state } } ... on Site { id } } }',
      3,
    ],
    [
      'what is left out is free',
      'query ($no: Boolean!) { visitor(id: "x") { id } visitors(first: 50) @include(if: $no) { nodes { id } } }',
      1,
      { no: false },
    ],
    ['introspection is a point', getIntrospectionQuery(), 1],
    ['what is left to spend is a point', '{ rateLimit { remaining } }', 1],
    ['more than may be asked for is not multiplied', '{ visitors(first: 100000) { nodes { id } } }', 100],
    [
      'variables that do not fit are a point',
      'query ($n: Int!) { visitors(first: $n) { nodes { id } } }',
      1,
      { n: 'x' },
    ],
  ])('[X-03] %s', (_rule, query, cost, variables = {}) => {
    expect(costOf(query, variables)).toBe(Math.max(1, cost));
  });

  it('[X-03] the same document costs by the variables of each call', () => {
    const document = parse(
      'query ($n: Int!, $s: String) { visitors(first: $n, search: $s) { nodes { id } } }',
    );
    const costs = [{ n: 10 }, { n: 90 }, { n: 10 }, { n: 10, s: 'a' }, { n: 10, s: 'b' }].map((variables) =>
      operationCost({ schema, document, variables }),
    );

    expect(costs).toEqual([10, 90, 10, 20, 20]);
  });

  it('[X-03] of several operations the one that is run is paid', () => {
    const document = parse(
      'query A { visitor(id: "x") { id } } query B { visitors(first: 9) { nodes { id } } }',
    );

    expect(['A', 'B'].map((operationName) => operationCost({ schema, document, operationName }))).toEqual([
      1, 9,
    ]);
  });

  it('[X-03] a name that no operation has costs a point, whether there is one without a name or not', () => {
    const documents = ['{ visitor(id: "x") { id } }', 'query A { visitors(first: 9) { nodes { id } } }'].map(
      (text) => parse(text),
    );

    const costs = documents.map((document) => operationCost({ schema, document, operationName: 'Other' }));

    expect(costs).toEqual([1, 1]);
  });
});
