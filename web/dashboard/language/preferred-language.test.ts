import { preferredLanguage } from './preferred-language';

describe('the language of the first visit', () => {
  it.each([
    [null, ['de-AT', 'en'], 'de'],
    [null, ['pt-PT', 'ar-EG'], 'ar'],
    [null, ['pt-PT', 'fr'], 'en'],
    [null, [], 'en'],
    ['ar', ['de'], 'ar'],
    ['constructor', ['de'], 'de'],
  ])('[D-26] with %p kept, a browser that asks for %p gets %s', (kept, ofBrowser, expected) => {
    expect(preferredLanguage(kept, ofBrowser)).toBe(expected);
  });
});
