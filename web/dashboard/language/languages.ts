import type { Locale } from 'date-fns';
import type { Catalogue, SettingsCatalogue } from './catalogue';
import type { Language } from './language';

export interface LanguageEntry {
  /** In the language itself, for whoever reads no other. */
  readonly name: string;
  /** For Intl, and so for every number and date. */
  readonly intl: string;
  readonly direction: 'ltr' | 'rtl';
  /** Texts and date words, which travel only to those who read them. */
  readonly load: () => Promise<{ readonly catalogue: Catalogue; readonly dates: Locale }>;
  /** Texts of the settings, which only those wait for who open them. */
  readonly loadSettings: () => Promise<{ readonly catalogue: SettingsCatalogue }>;
}

/** Every language, in the order of the menu. */
export const LANGUAGES: Readonly<Record<Language, LanguageEntry>> = {
  en: {
    name: 'English',
    intl: 'en-GB',
    direction: 'ltr',
    load: () => import('./packs/en'),
    loadSettings: () => import('./packs/settings-en'),
  },
  de: {
    name: 'Deutsch',
    intl: 'de-DE',
    direction: 'ltr',
    load: () => import('./packs/de'),
    loadSettings: () => import('./packs/settings-de'),
  },
  ar: {
    name: 'العربية',
    // Western digits, for date-fns writes those: one page must not count in two scripts.
    intl: 'ar-u-nu-latn',
    direction: 'rtl',
    load: () => import('./packs/ar'),
    loadSettings: () => import('./packs/settings-ar'),
  },
};
