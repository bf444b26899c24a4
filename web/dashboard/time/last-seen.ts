import { differenceInMilliseconds, format, formatDistanceStrict, isSameYear, type Locale } from 'date-fns';

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;

/**
 * Words an age, and is the only place that does: "Never seen" for null, "just now" below a minute or for an
 * instant ahead of the clock, then whole units rounded down, then the date. Never "about", never "in …".
 */
export function lastSeen(at: Date | null, now: Date, locale: Locale): string {
  if (at === null) return 'Never seen';

  const ageMs = differenceInMilliseconds(now, at);
  if (ageMs < MINUTE_MS) return 'just now';
  if (ageMs < WEEK_MS) {
    return formatDistanceStrict(at, now, { addSuffix: true, roundingMethod: 'floor', locale });
  }
  return format(at, isSameYear(at, now) ? 'd MMM' : 'd MMM yyyy', { locale });
}
