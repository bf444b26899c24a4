import { DASHBOARD_LOCALE } from './dashboard-locale';

const FORMAT = new Intl.DateTimeFormat(DASHBOARD_LOCALE.intl, { timeStyle: 'medium' });

/** The agent's own time of day with seconds, such as "14:32:10". */
export function clockTime(atMs: number): string {
  return FORMAT.format(atMs);
}
