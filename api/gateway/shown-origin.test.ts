import { shownOrigin } from './shown-origin';

describe('an origin that is shown to the owner of a site', () => {
  it.each([
    ['https://shop.test', 'https://shop.test'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['https://SHOP.test/page?token=hunter2', 'https://shop.test'],
    ['https://user:hunter2@shop.test', 'https://shop.test'],
    ['https://bücher.test', 'https://xn--bcher-kva.test'],
    ['null', 'null'],
    [null, null],
    ['', null],
    ['<img src=x>', null],
    ['javascript:alert(1)', null],
    ['chrome-extension://abcdef', null],
    [`https://${'x'.repeat(300)}.test`, null],
  ])('%s is shown as %s', (header, shown) => {
    expect(shownOrigin(header)).toBe(shown);
  });
});
