import { isAllowedOrigin } from './is-allowed-origin';

describe('an origin is one of the site', () => {
  it.each<[origin: string, allowed: string[], isAllowed: boolean]>([
    ['https://good.example', ['https://good.example'], true],
    ['https://good.example', ['https://good.EXAMPLE:443'], true],
    ['https://GOOD.example', ['https://good.example'], false],
    ['https://good.example:443', ['https://good.example'], false],
    ['https://good.example/', ['https://good.example'], false],
    ['https://GOOD.example', [], false],
    ['https://good.example', ['https://other.example', 'https://good.example/'], true],
    ['https://good.example:8443', ['https://good.example:8443'], true],
    ['https://good.example:8443', ['https://good.example'], false],
    ['http://good.example', ['https://good.example'], false],
    ['https://good.example.evil.com', ['https://good.example'], false],
    ['https://evilgood.example', ['https://good.example'], false],
    ['https://good.example@evil.com', ['https://good.example'], false],
    ['https://good.example/path', ['https://good.example'], false],
    ['https://a.good.example', ['https://*.good.example'], true],
    ['https://a.b.good.example', ['https://*.good.example'], true],
    ['https://good.example', ['https://*.good.example'], false],
    ['https://evilgood.example', ['https://*.good.example'], false],
    ['https://a.good.example.evil.com', ['https://*.good.example'], false],
    ['http://a.good.example', ['https://*.good.example'], false],
    ['https://a.good.example:8443', ['https://*.good.example'], false],
    ['http://localhost:5173', ['http://localhost:5173'], true],
    ['http://[::1]:5173', ['http://[::1]:5173'], true],
    ['https://xn--bcher-kva.example', ['https://bücher.example'], true],
    ['null', [], false],
    ['null', ['https://good.example'], false],
    ['null', ['null'], true],
    ['https://good.example', ['null'], false],
    ['https://any.example', [], true],
    ['file://', [], false],
    ['chrome-extension://abc', [], false],
    ['', [], false],
    ['nonsense', [], false],
    ['https://good.example', ['nonsense', '*', 'https://'], false],
  ])('[X-18] %s, where it allows %j: %s', (origin, allowed, isAllowed) => {
    expect(isAllowedOrigin(origin, allowed)).toBe(isAllowed);
  });
});
