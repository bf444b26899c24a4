import { cleanUrl } from './clean-url';
import type { WidgetOptions } from './widget-options';

const clean = (address: string, options: WidgetOptions = {}): string | undefined =>
  cleanUrl(address, undefined, options);

it.each([
  ['https://shop.example/reset?reset_password_token=abc&x=1', 'https://shop.example/reset'],
  ['https://shop.example/reset#token=abc', 'https://shop.example/reset'],
  ['https://user:secret@shop.example:8443/a/b', 'https://shop.example:8443/a/b'],
  ['http://localhost:3000', 'http://localhost:3000/'],
  ['https://münchen.example/straße', 'https://xn--mnchen-3ya.example/stra%C3%9Fe'],
])('[W-10] %s leaves the page as %s', (address, cleaned) => {
  expect(clean(address)).toBe(cleaned);
});

it('[W-10] the parameters a site names come through, in their order, and no other', () => {
  expect(clean('https://a.example/?q=1&ref=2&token=3', { params: 'q, ref' })).toBe(
    'https://a.example/?q=1&ref=2',
  );
  expect(clean('https://a.example/?q=1&token=2&utm_source=x&q=3', { params: 'utm_source,q' })).toBe(
    'https://a.example/?q=1&utm_source=x&q=3',
  );
});

it('[W-10] the fragment comes through where it names the page', () => {
  expect(clean('https://a.example/app?x=1#/orders/7', { hash: '' })).toBe('https://a.example/app#/orders/7');
});

it('[W-10] an address of a hundred thousand characters is cut to one that is still valid', () => {
  const cut = clean(`https://a.example/${'é/'.repeat(50_000)}`)!;

  expect(cut.length).toBeGreaterThan(2_000);
  expect(cut.length).toBeLessThanOrEqual(2_048);
  expect(() => new URL(cut)).not.toThrow();
});

it.each(['javascript:alert(1)', 'data:text/html,hi', 'file:///etc/passwd', 'about:srcdoc', 'blob:null/1'])(
  '[W-10] %s is no page',
  (address) => {
    expect(clean(address)).toBeUndefined();
  },
);

it('[W-10] maskUrl sees the whole address, and what it makes of it is cleaned like any other', () => {
  const seen: string[] = [];
  const maskUrl = (url: string) => (seen.push(url), url.replace(/\/users\/\d+/, '/users/:id'));

  expect(clean('https://a.example/users/42?token=x', { maskUrl })).toBe('https://a.example/users/:id');
  expect(seen).toEqual(['https://a.example/users/42?token=x']);
});

it('[W-10] an address that maskUrl fails on does not leave the page', () => {
  const maskUrl = () => {
    throw new Error('not today');
  };

  expect(clean('https://a.example/', { maskUrl })).toBeUndefined();
});
