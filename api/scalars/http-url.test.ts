import { parseValue as parseLiteral } from 'graphql';
import { GraphQLHttpUrl } from './http-url';

it.each([
  ['https://example.com/a?b=1#c', 'https://example.com/a?b=1#c'],
  ['HTTP://Example.com', 'http://example.com/'],
  ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ['https://example.com/a b', 'https://example.com/a%20b'],
])('%s is read as %s', (given, read) => {
  expect(GraphQLHttpUrl.parseValue(given)).toBe(read);
});

it('a user and password are dropped', () => {
  expect(GraphQLHttpUrl.parseValue('https://ann:secret@example.com/')).toBe('https://example.com/');
});

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  'https://exa\tmple.com/',
  'https://example.com/\0',
  ' https://example.com/',
  'https://example.com/\n',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://example.com/',
  '//evil.example/',
  '/relative',
  'example.com',
  'https:\\\\evil.example',
  'https://',
  'https://[::1',
  '',
  5,
  null,
])('[X-26] %p is refused', (value) => {
  expect(() => GraphQLHttpUrl.parseValue(value)).toThrow('absolute http or https URL');
});

it('[X-32] 2048 characters are accepted and 2049 are not', () => {
  const longest = 'https://example.com/'.padEnd(2048, 'a');

  expect(GraphQLHttpUrl.parseValue(longest)).toBe(longest);
  expect(() => GraphQLHttpUrl.parseValue(`${longest}a`)).toThrow('2048');
});

it('a URL that grows beyond the limit by escaping is refused', () => {
  expect(() => GraphQLHttpUrl.parseValue('https://example.com/'.padEnd(2000, 'ä'))).toThrow('2048');
});

it('only a string literal is read', () => {
  expect(GraphQLHttpUrl.parseLiteral(parseLiteral('"https://example.com/"'))).toBe('https://example.com/');
  expect(() => GraphQLHttpUrl.parseLiteral(parseLiteral('5'))).toThrow('string');
});

it('a refusal is a whole sentence', () => {
  expect(() => GraphQLHttpUrl.parseValue('javascript:alert(1)')).toThrow(
    'HttpUrl must be an absolute http or https URL with a host.',
  );
});
