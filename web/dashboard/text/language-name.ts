import { DASHBOARD_LOCALE } from '../time/dashboard-locale';
import { plainText } from './plain-text';

/** A language tag in words, such as "Portuguese (Portugal)"; the tag itself when it is not one. */
export function languageName(tag: string): string {
  try {
    return (
      new Intl.DisplayNames(DASHBOARD_LOCALE.intl, { type: 'language', languageDisplay: 'standard' }).of(
        tag,
      ) ?? plainText(tag)
    );
  } catch (error) {
    // The tag is the visitor's own word and may be anything.
    if (error instanceof RangeError) return plainText(tag);
    throw error;
  }
}
