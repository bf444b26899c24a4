import type { Language } from './language';
import { LANGUAGES } from './languages';

/** The language chosen before; else the first one of the browser's that we speak; else English. */
export function preferredLanguage(chosen: string | null, ofBrowser: readonly string[]): Language {
  for (const tag of [chosen, ...ofBrowser]) {
    const id = tag?.toLowerCase().split('-')[0] ?? '';
    if (Object.hasOwn(LANGUAGES, id)) return id as Language;
  }
  return 'en';
}
