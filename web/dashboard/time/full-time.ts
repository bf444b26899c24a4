import { perLanguage } from '../language/per-language';

const format = perLanguage(
  (intl) =>
    new Intl.DateTimeFormat(intl, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'short',
    }),
);

/** The whole truth about an instant in the agent's zone, with seconds and the zone's name. */
export function fullTime(at: Date): string {
  return format().format(at);
}
