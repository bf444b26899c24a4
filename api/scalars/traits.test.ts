import { parseValue as parseLiteral } from 'graphql';
import { GraphQLTraits } from './traits';

const fromJson = (json: string): unknown => GraphQLTraits.parseValue(JSON.parse(json));

it('a flat object is read as it is', () => {
  const traits = { plan: 'pro', seats: 3, isTrial: false, company: null };

  expect(GraphQLTraits.parseValue(traits)).toEqual(traits);
});

it('a literal with variables in it is read as well', () => {
  const literal = parseLiteral('{ plan: "pro", seats: 3 }');

  expect(GraphQLTraits.parseLiteral(literal, {})).toEqual({ plan: 'pro', seats: 3 });
});

it.each(['__proto__', 'prototype', 'constructor', '__pro\\u0000to__'])(
  '[X-35] the name %s is refused',
  (name) => {
    expect(() => fromJson(`{"${name}": "x"}`)).toThrow('flat JSON object');
    expect(() => fromJson(`{"a": {"${name}": {"admin": true}}}`)).toThrow('flat JSON object');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  },
);

it('[X-35] __proto__ in a literal is refused', () => {
  expect(() => GraphQLTraits.parseLiteral(parseLiteral('{ __proto__: { admin: true } }'))).toThrow(
    'flat JSON object',
  );
});

it.each(['[]', '{"a": []}', '{"a": {}}', '"text"', '5', 'null', 'true'])('%s is refused', (json) => {
  expect(() => fromJson(json)).toThrow('flat JSON object');
});

it('a number too large for JSON is refused', () => {
  expect(() => GraphQLTraits.parseLiteral(parseLiteral('{ a: 1e999 }'))).toThrow('finite');
});

it('[X-32] 50 names are accepted and 51 are not', () => {
  const names = (count: number): object =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, i]));

  expect(GraphQLTraits.parseValue(names(50))).toEqual(names(50));
  expect(() => GraphQLTraits.parseValue(names(51))).toThrow('at most 50');
});

it('[X-32] 8 KiB are accepted and one byte more is not', () => {
  const envelope = Buffer.byteLength('{"a":""}');

  expect(() => GraphQLTraits.parseValue({ a: 'x'.repeat(8192 - envelope) })).not.toThrow();
  expect(() => GraphQLTraits.parseValue({ a: 'x'.repeat(8193 - envelope) })).toThrow('8192');
  expect(() => GraphQLTraits.parseValue({ a: 'é'.repeat(4200) })).toThrow('8192');
});

it('[O-09] NUL and half surrogate pairs are taken out of names and values', () => {
  expect(GraphQLTraits.parseValue({ 'a\0b': 'c\0d', e: '\ud800!' })).toEqual({ ab: 'cd', e: '\ufffd!' });
});
