import { isAutomated } from './is-automated';

const asked = (userAgent: string, webdriver = false): boolean =>
  isAutomated({ userAgent, webdriver } as Navigator);

it.each([
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/126.0 Safari/537.36',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/156.0.0.0 Safari/537.36',
  'Baiduspider+(+http://www.baidu.com/search/spider.htm)',
  'SomeCrawler/1.0',
])('[W-13] %s is automated', (userAgent) => {
  expect(asked(userAgent)).toBe(true);
});

it.each([
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1',
])('[W-13] %s is a person', (userAgent) => {
  expect(asked(userAgent)).toBe(false);
});

it('[W-13] a browser under remote control is automated whatever it calls itself', () => {
  expect(asked('Mozilla/5.0 Chrome/156.0', true)).toBe(true);
});
