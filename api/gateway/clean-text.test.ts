import { cleanText } from './clean-text';

describe('an untrusted text', () => {
  it.each([
    ['Maria', 'Maria'],
    ['  Maria\n', 'Maria'],
    ['Ma\u0000\u0001ria', 'Ma ria'],
    ['Ma\u0085ria\u007f', 'Ma ria'],
    ['a\tb\r\nc', 'a b c'],
    ['half \ud83d of a pair', 'half \ufffd of a pair'],
    ['\u202eevil', '\u202eevil'],
    ['<img onerror=alert(1)>', '<img onerror=alert(1)>'],
    ['Zoë 😀', 'Zoë 😀'],
  ])('%j is kept as %j', (text, kept) => {
    expect(cleanText(text)).toBe(kept);
  });

  it.each([null, undefined, '', '   ', '\u0000'])('%j is nothing', (text) => {
    expect(cleanText(text)).toBeNull();
  });
});
