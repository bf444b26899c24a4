import { readFileSync } from 'node:fs';
import { isInputObjectType, isNonNullType, isObjectType } from 'graphql';
import { buildApiSchema } from '../graphql/build-schema';
import { printApiSchema } from '../graphql/emit-schema';
import { breakingChanges } from './breaking-changes';
import { CONTRACT_FILE } from './contract-file';

const PROMISED = `
  type Query { site(id: ID, name: String): Site }
  type Site { name: String! note: String kind: Kind! tags: [String!]! }
  enum Kind { SHOP BLOG }
  input SiteInput { name: String! note: String }
  type Mutation { createSite(input: SiteInput!): Site }`;

it('everything that was promised is in the schema, as strict as it was or stricter', async () => {
  expect(await breakingChanges(readFileSync(CONTRACT_FILE, 'utf8'), printApiSchema())).toEqual([]);
});

it('whatever has a default may be null too', () => {
  const types = Object.values(buildApiSchema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const inputs = types.flatMap((type) => {
    if (isInputObjectType(type)) return Object.values(type.getFields());
    return isObjectType(type) ? Object.values(type.getFields()).flatMap(({ args }) => args) : [];
  });

  const withDefault = inputs.filter(({ defaultValue }) => defaultValue !== undefined);
  expect(withDefault.length).toBeGreaterThan(0);
  expect(withDefault.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual([]);
});

describe('what breaks a promise', () => {
  it.each([
    ['a field that is gone', 'note: String kind', 'kind'],
    ['an argument that is renamed', 'site(id: ID', 'site(key: ID'],
    ['a value of an enum that is gone', 'SHOP BLOG', 'SHOP'],
    ['an output that may be null now', 'name: String! note: String kind', 'name: String note: String kind'],
    ['an item that may be null now', '[String!]!', '[String]!'],
    ['an input that has to be given now', 'note: String }', 'note: String! }'],
    ['an argument that has to be given now', 'name: String): Site', 'name: String!): Site'],
    ['another type', 'tags: [String!]!', 'tags: String!'],
  ])('%s', async (_name, before, after) => {
    expect(PROMISED).toContain(before);

    expect(await breakingChanges(PROMISED, PROMISED.replace(before, after))).toHaveLength(1);
  });

  it.each([
    ['a new field', 'kind: Kind!', 'kind: Kind! color: String'],
    ['a new argument that may be left out', 'site(id: ID', 'site(id: ID, color: String'],
    ['a new value of an enum', 'SHOP BLOG', 'SHOP BLOG FORUM'],
    ['an output that is never null now', 'note: String kind', 'note: String! kind'],
    ['an input that may be left out now', 'name: String! note: String }', 'name: String note: String }'],
  ])('not %s', async (_name, before, after) => {
    expect(PROMISED).toContain(before);

    expect(await breakingChanges(PROMISED, PROMISED.replace(before, after))).toEqual([]);
  });
});
