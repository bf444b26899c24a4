import { networkReasons } from './network-reasons';

const reasons = (page: string, api: string) => networkReasons(new URL(page), new URL(api)).join('\n');

it('case 114: an https page that calls an http API is told that browsers refuse it', () => {
  expect(reasons('https://shop.test/', 'http://api.test/graphql')).toContain('Serve the API by https');
  expect(reasons('http://shop.test/', 'https://api.test/graphql')).not.toContain('by https');
  expect(reasons('https://shop.test/', 'http://localhost/graphql')).not.toContain('by https');
});

it.each([
  'http://10.0.0.5',
  'http://192.168.1.9',
  'http://172.16.3.4',
  'http://127.0.0.1:4000',
  'http://localhost',
])('a public page that calls an API at %s is told that the browser asks for permission first', (api) => {
  expect(reasons('https://shop.test/', `${api}/graphql`)).toContain('Local Network Access');
  expect(reasons('http://localhost/', `${api}/graphql`)).not.toContain('Local Network Access');
});

it('whatever else is true, it says where to look and names the API', () => {
  const said = reasons('https://shop.test/', 'https://api.test/graphql');

  expect(said).toContain('https://api.test');
  expect(said).toContain('connect-src');
  expect(said).not.toContain('private network');
});
