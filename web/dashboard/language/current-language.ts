import type { Locale } from 'date-fns';
import { enGB } from 'date-fns/locale/en-GB';
import { Store } from '../store';
import type { Language } from './language';

export interface CurrentLanguage {
  readonly id: Language;
  readonly intl: string;
  readonly dates: Locale;
  readonly direction: 'ltr' | 'rtl';
}

/** What the page speaks now: one value for texts, dates and numbers, so that they never disagree. */
export const currentLanguage = new Store<CurrentLanguage>({
  id: 'en',
  intl: 'en-GB',
  dates: enGB,
  direction: 'ltr',
});
