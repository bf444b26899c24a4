import { format } from 'date-fns';
import { currentLanguage } from '../language/current-language';

/** A day with its year, such as "12 Nov 2026". */
export function longDate(at: Date): string {
  return format(at, 'd MMM yyyy', { locale: currentLanguage.get().dates });
}
