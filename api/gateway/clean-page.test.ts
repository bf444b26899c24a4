import { cleanPage, LONGEST_TITLE } from './clean-page';

const NOTHING = { keptUrlParameters: [], keepsUrlFragment: false };
const HEX = '0123456789abcdef'.repeat(2);
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl';

describe('what is kept of a page', () => {
  it.each([
    ['https://acme.test/a?token=secret#part', 'https://acme.test/a'],
    ['https://user:pw@acme.test:8443/', 'https://acme.test:8443/'],
    ['https://acme.test', 'https://acme.test/'],
    ['HTTPS://ACME.test/A%20b', 'https://acme.test/A%20b'],
  ])('of the address %s it is %s', (url, kept) => {
    expect(cleanPage({ url, referrer: url }, NOTHING)).toEqual({ url: kept, title: null, referrer: kept });
  });

  it.each([
    ['https://acme.test/?q=a+b&token=secret&q=c%26d&utm=x', 'https://acme.test/?q=a+b&q=c%26d'],
    ['https://acme.test/?Q=a&qq=b', 'https://acme.test/'],
    ['https://acme.test/#/cart', 'https://acme.test/'],
  ])('of %s, where the site keeps q, it is %s', (url, kept) => {
    expect(cleanPage({ url }, { ...NOTHING, keptUrlParameters: ['q'] }).url).toBe(kept);
  });

  it('is the fragment where the site keeps it', () => {
    const url = 'https://acme.test/?q=a#/cart?step=2';

    expect(cleanPage({ url }, { ...NOTHING, keepsUrlFragment: true }).url).toBe(
      'https://acme.test/#/cart?step=2',
    );
  });

  it.each([HEX, JWT, 'maria@acme.test', 'maria%40acme.test', `reset-${HEX}`, encodeURIComponent(`a ${HEX}`)])(
    'is not %s, wherever it stands',
    (secret) => {
      const url = `https://acme.test/a/${secret}/b;s=${secret}?q=${secret}#/x/${secret}?t=${secret}`;
      const rules = { keptUrlParameters: ['q'], keepsUrlFragment: true };

      expect(cleanPage({ url, referrer: url }, rules)).toEqual({
        url: 'https://acme.test/a/redacted/b;s=redacted?q=redacted#/x/redacted?t=redacted',
        title: null,
        referrer: 'https://acme.test/a/redacted/b;s=redacted?q=redacted#/x/redacted?t=redacted',
      });
    },
  );

  it.each([
    'https://acme.test/orders/8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60',
    'https://acme.test/@maria/react@18.2.0',
    'https://acme.test/abcdef0123456789',
    'https://acme.test/100%',
    'https://acme.test/eyJ.b',
  ])('is the whole of %s', (url) => {
    expect(cleanPage({ url }, NOTHING).url).toBe(url);
  });

  it('is a title without control characters, cut between two signs', () => {
    const told = { url: 'https://acme.test/', title: `\u0000 ${'😀'.repeat(LONGEST_TITLE + 1)}` };

    expect(cleanPage(told, NOTHING).title).toBe('😀'.repeat(LONGEST_TITLE));
  });

  it.each([null, undefined, '', '  ', '\u0000\n'])('is no title where %j was told', (title) => {
    expect(cleanPage({ url: 'https://acme.test/', title }, NOTHING).title).toBeNull();
  });
});
