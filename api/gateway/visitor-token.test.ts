import { newId } from '../typed-id';
import { VisitorTokens } from './visitor-token';

const SECRET = 'a secret of at least thirty-two characters';
const HOUR_MS = 3_600_000;
const visitor = {
  siteId: newId('site'),
  visitorId: newId('visitor'),
  origin: null,
  person: null,
  urlRules: { keptUrlParameters: ['q'], keepsUrlFragment: true },
};

describe('a visitor token', () => {
  const tokens = new VisitorTokens(SECRET, HOUR_MS);
  const { token, expiresAtMs } = tokens.issue({ ...visitor, origin: 'https://acme.test' }, 1_000);

  it('is read on any node that shares the secret', () => {
    expect(new VisitorTokens(SECRET, 1).read(token)).toEqual({
      ...visitor,
      origin: 'https://acme.test',
      expiresAtMs: 1_000 + HOUR_MS,
    });
    expect(expiresAtMs).toBe(1_000 + HOUR_MS);
  });

  it('remembers that its caller was no browser', () => {
    expect(tokens.read(tokens.issue(visitor, 0).token)?.origin).toBeNull();
  });

  it('is worth nothing under another secret', () => {
    expect(new VisitorTokens(`${SECRET}!`, HOUR_MS).read(token)).toBeNull();
  });

  it('is worth nothing when any one character is another', () => {
    for (let i = 0; i < token.length; i++) {
      const damaged = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1);
      expect(tokens.read(damaged)).toBeNull();
    }
  });

  it("is worth nothing with another visitor's payload", () => {
    const other = tokens.issue({ ...visitor, visitorId: newId('visitor') }, 0).token;
    const [payload] = other.split('.');
    const [, signature] = token.split('.');

    expect(tokens.read(`${payload}.${signature}`)).toBeNull();
  });

  it.each([
    '',
    '.',
    '..',
    'a',
    'a.b',
    'a.b.c',
    '\0.\0',
    '💥.💥',
    `${'='.repeat(99)}.x`,
    `x.${'A'.repeat(43)}`,
  ])('is not %j, and to say so is no error', (text) => {
    expect(tokens.read(text)).toBeNull();
  });

  it('with something behind its signature is none', () => {
    expect(tokens.read(`${token}.x`)).toBeNull();
    expect(tokens.read(`${token} `)).toBeNull();
  });
});
