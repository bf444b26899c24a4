import { reasonsFor } from './reasons';

const browser = (facts: Record<string, unknown>) => {
  for (const [name, value] of Object.entries(facts))
    Object.defineProperty(navigator, name, { value, configurable: true });
};
afterEach(() => {
  for (const name of ['webdriver', 'globalPrivacyControl', 'doNotTrack', 'userAgent'])
    delete (navigator as unknown as Record<string, unknown>)[name];
});

it('a widget that has all it needs has no reason to be silent', () => {
  expect(reasonsFor({ site: 'k' }, '', undefined)).toEqual([]);
});

it('without a key it says how to give one', () => {
  expect(reasonsFor({}, '', undefined).join()).toContain('data-site');
});

it('[W-12] a refusal, consent that is missing, and Global Privacy Control are told apart', () => {
  expect(reasonsFor({ site: 'k' }, '0', undefined).join()).toContain('The visitor refused');
  expect(reasonsFor({ site: 'k', consent: 'required' }, '', undefined).join()).toContain('not called yet');
  browser({ globalPrivacyControl: true });
  expect(reasonsFor({ site: 'k' }, '', undefined).join()).toContain('Global Privacy Control');
  expect(reasonsFor({ site: 'k', consent: 'required' }, '1', undefined)).toEqual([]);
});

it('[W-12] "Do not track" is a reason only where the site honours it', () => {
  browser({ doNotTrack: '1' });

  expect(reasonsFor({ site: 'k' }, '', undefined)).toEqual([]);
  expect(reasonsFor({ site: 'k', dnt: true }, '', undefined).join()).toContain('data-dnt');
});

it('[W-13] a browser that is driven, or calls itself a bot, is told so', () => {
  browser({ webdriver: true, userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' });

  expect(reasonsFor({ site: 'k' }, '', undefined)).toEqual([
    expect.stringContaining('navigator.webdriver'),
    expect.stringContaining('calls itself a bot'),
  ]);
});

it.each([
  ['SITE_UNKNOWN', 'Copy the script tag'],
  ['ORIGIN_NOT_ALLOWED', 'allowed origins'],
  ['VISITOR_FORGOTTEN', 'erased'],
  ['IDENTITY_SIGNATURE_REQUIRED', 'Sign the id on your server'],
  ['IDENTITY_SIGNATURE_INVALID', 'Sign exactly the id'],
  ['BAD_USER_INPUT', 'Traits must be flat'],
  ['RATE_LIMITED', 'too often'],
  ['SOMETHING_NEW', 'SOMETHING_NEW'],
])('[W-11] what the server answered with %s is said in words', (code, words) => {
  expect(reasonsFor({ site: 'k' }, '', code).join()).toContain(words);
});
