import { detectDevice } from './detect-device';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0';

describe('the device a User-Agent header tells of', () => {
  it.each([
    [
      'a browser on Linux',
      `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`,
      { browser: 'Chrome 131', os: 'Linux', kind: 'DESKTOP', isBot: false },
    ],
    [
      'a phone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      { browser: 'Safari 18', os: 'iOS', kind: 'MOBILE', isBot: false },
    ],
    [
      'a tablet',
      `Mozilla/5.0 (Linux; Android 14; SM-X910) ${CHROME} Safari/537.36`,
      { browser: 'Chrome 131', os: 'Android', kind: 'TABLET', isBot: false },
    ],
    [
      'a crawler',
      'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      { isBot: true },
    ],
    [
      'a browser that nobody sits at',
      `Mozilla/5.0 (X11; Linux x86_64) ${CHROME.replace('Chrome', 'HeadlessChrome')} Safari/537.36`,
      { isBot: true },
    ],
    ['a program', 'curl/8.5.0', { os: null, kind: 'UNKNOWN', isBot: true }],
    ['nonsense', '\u0000<script>', { browser: null, os: null, kind: 'UNKNOWN' }],
  ])('%s', (_name, userAgent, expected) => {
    expect(detectDevice(userAgent)).toMatchObject(expected);
  });

  it.each([null, ''])('%j tells of none', (userAgent) => {
    expect(detectDevice(userAgent)).toBeNull();
  });
});
