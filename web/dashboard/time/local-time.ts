import { DASHBOARD_LOCALE } from './dashboard-locale';

/** The time of day in a visitor's zone, such as "14:32". Null for a zone the browser does not know. */
export function localTime(now: Date, timeZone: string): string | null {
  try {
    return new Intl.DateTimeFormat(DASHBOARD_LOCALE.intl, {
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    }).format(now);
  } catch (error) {
    // The zone is the visitor's own word; an invented one is simply not shown.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
