import { buildSchema, graphqlSync, validateSchema } from 'graphql';
import { isRequestError } from './is-request-error';

const schema = buildSchema('type Query { half(of: Int! = 2): Int! many(of: [Int!]): Int whole: Int }');
validateSchema(schema);

const judge = (source: string, variableValues: Record<string, unknown>, rootValue: unknown = {}) =>
  graphqlSync({ schema, source, variableValues, rootValue }).errors?.map(isRequestError);

describe('an error of the library without a code', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['too many wrong variables', 'query ($of: [Int!]) { many(of: $of) }', { of: Array(60).fill('x') }],
    ['null in place of a default', 'query ($of: Int = 1) { half(of: $of) }', { of: null }],
    ['a condition that is null', 'query ($a: Boolean = true) { whole @skip(if: $a) }', { a: null }],
  ])('is about the request: %s', (_name, source, variables) => {
    expect(judge(source, variables)).toContain(true);
    expect(judge(source, variables)).not.toContain(false);
  });

  it.each<[string, unknown]>([
    ['a result that is missing', { half: null }],
    ['a result of another type', { half: 'x' }],
    ['a resolver that throws', { half: () => fail() }],
  ])('is a bug of ours: %s', (_name, rootValue) => {
    expect(judge('{ half }', {}, rootValue)).toEqual([false]);
  });
});

function fail(): never {
  throw new Error('broken');
}
