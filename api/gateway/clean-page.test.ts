import { cleanPage, LONGEST_TITLE } from './clean-page';

describe('what is kept of a page', () => {
  it.each([
    ['https://acme.test/a?token=secret#part', 'https://acme.test/a'],
    ['https://user:pw@acme.test:8443/', 'https://acme.test:8443/'],
    ['https://acme.test', 'https://acme.test/'],
    ['HTTPS://ACME.test/A%20b', 'https://acme.test/A%20b'],
  ])('of the address %s it is %s', (url, kept) => {
    expect(cleanPage({ url, referrer: url })).toEqual({ url: kept, title: null, referrer: kept });
  });

  it('is a title without control characters, cut between two signs', () => {
    const { title } = cleanPage({
      url: 'https://acme.test/',
      title: `\u0000 ${'😀'.repeat(LONGEST_TITLE + 1)}`,
    });

    expect(title).toBe('😀'.repeat(LONGEST_TITLE));
  });

  it.each([null, undefined, '', '  ', '\u0000\n'])('is no title where %j was told', (title) => {
    expect(cleanPage({ url: 'https://acme.test/', title }).title).toBeNull();
  });
});
