import { t } from '../language/t';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a page has been open: "12 s" in the first minute, then "3 min", then "1 h 05". Never below zero. */
export function timeOnPage(since: Date, now: Date): string {
  const spentMs = Math.max(0, now.getTime() - since.getTime());
  if (spentMs < MINUTE_MS) return t('spent.seconds', { seconds: Math.floor(spentMs / SECOND_MS) });
  if (spentMs < HOUR_MS) return t('spent.minutes', { minutes: Math.floor(spentMs / MINUTE_MS) });

  const minutes = Math.floor((spentMs % HOUR_MS) / MINUTE_MS);
  const hours = Math.floor(spentMs / HOUR_MS);
  return t('spent.hours', { hours, minutes: String(minutes).padStart(2, '0') });
}
