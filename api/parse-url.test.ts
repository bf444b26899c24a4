import { parseUrl } from './parse-url';

it('an address with an umlaut is one however often it is asked for', () => {
  const refused = Array.from({ length: 50_000 }, () => parseUrl('https://bücher.test/')).filter(
    (url) => !url,
  );

  expect(refused).toHaveLength(0);
});

it('what is no address is null', () => {
  expect(parseUrl('acme.test')).toBeNull();
  expect(parseUrl('/page', 'https://acme.test/')?.href).toBe('https://acme.test/page');
});
