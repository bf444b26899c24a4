import { perLanguage } from '../language/per-language';
import { plainText } from './plain-text';

const names = perLanguage(
  (intl) => new Intl.DisplayNames(intl, { type: 'language', languageDisplay: 'standard' }),
);

/** A language tag in words, such as "Portuguese (Portugal)"; the tag itself when it is not one. */
export function languageName(tag: string): string {
  try {
    return names().of(tag) ?? plainText(tag);
  } catch (error) {
    // The tag is the visitor's own word and may be anything.
    if (error instanceof RangeError) return plainText(tag);
    throw error;
  }
}
