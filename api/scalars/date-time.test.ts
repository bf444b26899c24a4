import { parseValue as parseLiteral } from 'graphql';
import { GraphQLDateTime } from './date-time';

it('a zone is turned into UTC', () => {
  expect(GraphQLDateTime.parseValue('2026-11-25T00:00:00+02:00')).toEqual(
    new Date('2026-11-24T22:00:00.000Z'),
  );
});

it('output is UTC with milliseconds', () => {
  expect(GraphQLDateTime.serialize(new Date('2026-11-25T10:00:00Z'))).toBe('2026-11-25T10:00:00.000Z');
});

it('a literal in the document reads as a variable does', () => {
  const date = GraphQLDateTime.parseLiteral(parseLiteral('"2024-02-29t10:00:00.5z"'));

  expect(date).toEqual(new Date('2024-02-29T10:00:00.500Z'));
});

it.each([
  '2026-11-25',
  '2026-11-25T10:00:00',
  '2026-13-01T10:00:00Z',
  '2026-02-30T10:00:00Z',
  '2026-02-29T10:00:00Z',
  '2026-11-25T24:00:00Z',
  '2026-11-25T10:60:00Z',
  '2026-11-25T10:00:00+25:00',
  ' 2026-11-25T10:00:00Z',
  'tomorrow',
  '',
  1_795_600_000_000,
  null,
  true,
  new Date(),
])('%p is refused as input', (value) => {
  expect(() => GraphQLDateTime.parseValue(value)).toThrow('RFC 3339');
});

it('a number literal is refused', () => {
  expect(() => GraphQLDateTime.parseLiteral(parseLiteral('1795600000'))).toThrow('RFC 3339');
});

it.each([new Date(Number.NaN), 5, '2026-11-25T10:00:00Z'])('%p is refused as output', (value) => {
  expect(() => GraphQLDateTime.serialize(value)).toThrow('valid Date');
});
