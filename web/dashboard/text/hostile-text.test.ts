import { briefDevice } from './brief-device';
import { deviceName } from './device-name';
import { initials } from './initials';
import { languageName } from './language-name';
import { pageAddress } from './page-address';
import { plainText } from './plain-text';
import { visitorName } from './visitor-name';
import { zoneCity } from './zone-city';

describe('text that visitors chose', () => {
  it('[D-29] loses the characters that reorder or hide text', () => {
    expect(plainText('\u202egnp.exe\u202c Ma\u200bria\u0000')).toBe('gnp.exe Maria');
  });

  it('[D-29] becomes one line of bounded length', () => {
    expect(plainText('a\n\tb')).toBe('a b');
    expect(plainText('x'.repeat(5_000))).toHaveLength(300);
  });

  it('names an anonymous visitor after the end of the id', () => {
    expect(visitorName({ id: 'vis_01hx7f3k', displayName: null })).toBe('Visitor 7F3K');
    expect(visitorName({ id: 'vis_01hx7f3k', displayName: ' \u202e ' })).toBe('Visitor 7F3K');
  });

  it('makes initials of a name, one word or many, and of a short id', () => {
    expect(initials({ id: 'v', displayName: 'Maria de Silva' })).toBe('MS');
    expect(initials({ id: 'v', displayName: 'Tomoko' })).toBe('TO');
    expect(initials({ id: 'vis_01hx7f3k', displayName: null })).toBe('7F');
    expect(initials({ id: 'v', displayName: '😀 Smile' })).toBe('😀S');
  });

  it('reads a city from a zone, a language from its tag, and shows an invented tag as it is', () => {
    expect(zoneCity('America/New_York')).toBe('New York');
    expect(languageName('pt-PT')).toBe('Portuguese (Portugal)');
    expect(languageName('not a tag')).toBe('not a tag');
  });

  it('says what is known of a device, and nothing of an unknown one', () => {
    expect(deviceName({ browser: 'Chrome', os: null })).toBe('Chrome');
    expect(deviceName({ browser: 'Chrome', os: 'macOS' })).toBe('Chrome · macOS');
    expect(deviceName(null)).toBeNull();
    expect(briefDevice({ browser: 'Chrome 156', os: 'Windows 11' })).toBe('Chrome · Windows');
    expect(briefDevice(null)).toBeNull();
  });
});

describe('addresses that visitors chose', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' data:text/html,x',
    '//evil',
    'nonsense',
    '',
  ])('[X-26] %j is no address to follow', (url) => {
    expect(pageAddress(url)).toBeNull();
  });

  it('[D-29] a look-alike host is shown as what it is', () => {
    expect(pageAddress('https://аpple.com/')?.text).toBe('xn--pple-43d.com');
  });

  it('[D-29] reordering characters in a path stay encoded', () => {
    expect(pageAddress('https://acme.com/\u202egpj.exe')?.text).toBe('acme.com/%E2%80%AEgpj.exe');
  });

  it('letters of any script in a path are readable; the link stays encoded', () => {
    const address = pageAddress('https://acme.com/料金/صفحة/a%2Fb%20c%00/%ff');

    expect(address?.text).toBe('acme.com/料金/صفحة/a%2Fb%20c%00/%ff');
    expect(address?.href).toMatch(/^https:\/\/acme\.com\/%E6%96%99/);
  });

  it('drops credentials, and leaves the query out of what is read but not of the link', () => {
    const address = pageAddress('https://user:secret@acme.com/pricing?plan=team#top');

    expect(address?.text).toBe('acme.com/pricing');
    expect(address?.href).toBe('https://acme.com/pricing?plan=team#top');
  });
});
