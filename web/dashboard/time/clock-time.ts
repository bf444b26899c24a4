import { perLanguage } from '../language/per-language';

const format = perLanguage((intl) => new Intl.DateTimeFormat(intl, { timeStyle: 'medium' }));

/** The agent's own time of day with seconds, such as "14:32:10". */
export function clockTime(atMs: number): string {
  return format().format(atMs);
}
