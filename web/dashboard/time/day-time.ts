import { perLanguage } from '../language/per-language';

const format = perLanguage((intl) => new Intl.DateTimeFormat(intl, { hour: '2-digit', minute: '2-digit' }));

/** The agent's own time of day, such as "14:32". */
export function dayTime(at: Date): string {
  return format().format(at);
}
