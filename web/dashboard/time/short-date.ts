import { format, isSameYear } from 'date-fns';
import { currentLanguage } from '../language/current-language';

/** A day such as "12 Nov", with its year when that is not the one of now. */
export function shortDate(at: Date, now: Date): string {
  const { dates } = currentLanguage.get();
  return format(at, isSameYear(at, now) ? 'd MMM' : 'd MMM yyyy', { locale: dates });
}
