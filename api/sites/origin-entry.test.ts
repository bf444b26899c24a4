import { originEntry } from './origin-entry';

it.each([
  ['https://acme.test', 'https://acme.test'],
  [' HTTPS://Acme.TEST:443/ ', 'https://acme.test'],
  ['http://localhost:5173', 'http://localhost:5173'],
  ['http://[::1]:5173', 'http://[::1]:5173'],
  ['https://bücher.test', 'https://xn--bcher-kva.test'],
  ['https://*.acme.test', 'https://*.acme.test'],
  ['https://*.acme.test:8443', 'https://*.acme.test:8443'],
  ['null', 'null'],
])('[X-18] %j is kept as %s', (text, kept) => {
  expect(originEntry(text)).toBe(kept);
});

it.each([
  '',
  '*',
  'acme.test',
  '//acme.test',
  'https://',
  'https://acme.test/path',
  'https://acme.test?',
  'https://acme.test/?q',
  'https://acme.test#',
  'https://me@acme.test',
  'https://*',
  'https://*.',
  'https://*.test',
  'https://*.127.0.0.1',
  'https://a.*.test',
  'https://*.*.acme.test',
  'http://*.acme.test',
  'ftp://acme.test',
  'javascript:alert(1)',
  'NULL',
  `https://${'a'.repeat(300)}.test`,
])('[X-18] %j is no entry', (text) => {
  expect(originEntry(text)).toBeNull();
});
