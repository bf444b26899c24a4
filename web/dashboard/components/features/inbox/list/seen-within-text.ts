import { t } from '../../../../language/t';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** "Seen in the last 5 minutes", in the largest whole unit. */
export function seenWithinText(minutes: number): string {
  if (minutes % DAY_MINUTES === 0) return t('filter.seenDays', { count: minutes / DAY_MINUTES });
  if (minutes % HOUR_MINUTES === 0) return t('filter.seenHours', { count: minutes / HOUR_MINUTES });
  return t('filter.seenMinutes', { count: minutes });
}
