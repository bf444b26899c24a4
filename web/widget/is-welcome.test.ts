import { isWelcome } from './is-welcome';

const PERSON =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

function browser(says: object): void {
  for (const [name, value] of Object.entries({ userAgent: PERSON, webdriver: false, ...says }))
    Object.defineProperty(navigator, name, { configurable: true, get: () => value as unknown });
}

afterEach(() => browser({ globalPrivacyControl: undefined, doNotTrack: null }));

it.each([
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/126.0 Safari/537.36',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/156.0.0.0 Safari/537.36',
  'Baiduspider+(+http://www.baidu.com/search/spider.htm)',
  'SomeCrawler/1.0',
])('[W-13] %s is not welcome, even with consent', (userAgent) => {
  browser({ userAgent });

  expect(isWelcome({}, '1')).toBe(false);
});

it.each([
  PERSON,
  'Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1',
])('[W-13] %s is a person', (userAgent) => {
  browser({ userAgent });

  expect(isWelcome({}, '')).toBe(true);
});

it('[W-13] a browser under remote control is not welcome whatever it calls itself', () => {
  browser({ webdriver: true });

  expect(isWelcome({}, '')).toBe(false);
});

const GPC = { globalPrivacyControl: true };
const DNT = { doNotTrack: '1' };

it.each([
  ['nothing asked', {}, {}, { '': true, '0': false, '1': true }],
  ['consent required', {}, { consent: 'required' }, { '': false, '0': false, '1': true }],
  ['Global Privacy Control', GPC, {}, { '': false, '0': false, '1': true }],
  ['Do not track, not honoured', DNT, {}, { '': true, '0': false, '1': true }],
  ['Do not track, honoured by attribute', DNT, { dnt: '' }, { '': false, '0': false, '1': true }],
  ['Do not track, honoured by option', DNT, { dnt: true }, { '': false, '0': false, '1': true }],
  ['Do not track, option off', DNT, { dnt: false }, { '': true, '0': false, '1': true }],
])('[W-12] with %s, only the right answers are welcome', (_, says, options, expected) => {
  browser(says);

  for (const [answer, welcome] of Object.entries(expected))
    expect([answer, isWelcome(options, answer)]).toEqual([answer, welcome]);
});
