import { identitySignature, isIdentitySignature } from './identity-signature';

const SECRET = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

it('[X-21] a signature is the hex HMAC-SHA256 of the id, as any language writes it', () => {
  // printf %s 42 | openssl dgst -sha256 -hmac key
  expect(identitySignature('42', 'key')).toBe(
    'f2991b7ce981d0b5adc5e6a0f31acaeb407bfc21354bbcc31a0c43eaffa83d65',
  );
});

it('[X-21] the secret that made it and the one before are accepted', () => {
  const signature = identitySignature('42', SECRET);

  expect(isIdentitySignature(signature, '42', [SECRET])).toBe(true);
  expect(isIdentitySignature(signature, '42', [OTHER, SECRET])).toBe(true);
  expect(isIdentitySignature(signature.toUpperCase(), '42', [SECRET])).toBe(true);
});

describe('what is no signature', () => {
  const right = identitySignature('José', SECRET);

  it.each([
    ['another secret', right, 'José', [OTHER]],
    ['no secret at all', right, 'José', []],
    ['another letter case of the id', right, 'josé', [SECRET]],
    ['another Unicode form of the id', right, 'Jose\u0301', [SECRET]],
    ['the id with a blank', right, 'José ', [SECRET]],
    ['one digit less', right.slice(1), 'José', [SECRET]],
    ['one digit more', `${right}0`, 'José', [SECRET]],
    ['no digits', '', 'José', [SECRET]],
    ['as many characters, but more bytes', 'é'.repeat(64), 'José', [SECRET]],
  ])('%s', (_name, signature, externalId, secrets) => {
    expect(isIdentitySignature(signature, externalId, secrets)).toBe(false);
  });
});
