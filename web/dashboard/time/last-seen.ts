import { differenceInMilliseconds, formatDistanceStrict } from 'date-fns';
import { currentLanguage } from '../language/current-language';
import { t } from '../language/t';
import { shortDate } from './short-date';

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;

/**
 * Words an age, and is the only place that does: "Never seen" for null, "just now" below a minute or for an
 * instant ahead of the clock, then whole units rounded down, then the date. Never "about", never "in …".
 */
export function lastSeen(at: Date | null, now: Date): string {
  if (at === null) return t('age.never');

  const ageMs = differenceInMilliseconds(now, at);
  if (ageMs < MINUTE_MS) return t('age.justNow');
  if (ageMs >= WEEK_MS) return shortDate(at, now);
  const { dates } = currentLanguage.get();
  return formatDistanceStrict(at, now, { addSuffix: true, roundingMethod: 'floor', locale: dates });
}
