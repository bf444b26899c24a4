import { KeySecret } from './key-secret';

it('[X-37] a secret names its prefix and holds 256 bits and a checksum', () => {
  const secret = KeySecret.random();

  expect(secret.text).toMatch(/^pl_[0-9A-Za-z]{8}_[0-9A-Za-z]{49}$/);
  expect(secret.text.slice(3, 11)).toBe(secret.prefix);
});

it('secrets differ in every part', () => {
  const secrets = Array.from({ length: 100 }, () => KeySecret.random());

  expect(new Set(secrets.map(({ prefix }) => prefix)).size).toBe(100);
  expect(new Set(secrets.map(({ text }) => text.slice(12))).size).toBe(100);
});

it('a secret is recognised and hashes alike again', () => {
  const secret = KeySecret.random();

  expect(KeySecret.parse(secret.text)?.hash()).toBe(secret.hash());
});

it('[X-37] any single wrong character is noticed', () => {
  const { text } = KeySecret.random();

  for (let i = 0; i < text.length; i++) {
    const other = text[i] === 'A' ? 'B' : 'A';
    expect(KeySecret.parse(text.slice(0, i) + other + text.slice(i + 1))).toBeNull();
  }
});

it.each([
  '',
  'pl_',
  'Bearer x',
  'pl_aaaaaaaa_' + 'a'.repeat(49),
  `${KeySecret.random().text} `,
  `${KeySecret.random().text}\n`,
])('%p is no secret', (text) => {
  expect(KeySecret.parse(text)).toBeNull();
});
