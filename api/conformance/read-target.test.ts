import { readTarget } from './read-target';

it.each([
  ['wss://example.com/graphql', 'https://example.com'],
  ['ws://127.0.0.1:4000/graphql', 'http://127.0.0.1:4000'],
  ['https://example.com/', 'https://example.com'],
  ['http://example.com/live/graphql/', 'http://example.com/live'],
])('%s is the deployment at %s', (address, url) => {
  expect(readTarget(address, 'pl_key')).toEqual({ url, apiKey: 'pl_key' });
});

it.each([undefined, '', 'example.com', 'ftp://example.com/'])('%p is no address', (address) => {
  expect(() => readTarget(address, 'pl_key')).toThrow('such as wss://example.com/graphql');
});

it('without a key nothing is run', () => {
  expect(() => readTarget('wss://example.com/graphql', undefined)).toThrow('CONFORMANCE_API_KEY');
});
