import { enGB, type Locale } from 'date-fns/locale';

/** The language of the dashboard's texts, for date-fns and for Intl. One value, so that the two never disagree. */
export const DASHBOARD_LOCALE: { readonly dates: Locale; readonly intl: string } = {
  dates: enGB,
  intl: 'en-GB',
};
