import { currentLanguage } from '../language/current-language';
import { perLanguage } from '../language/per-language';

const formats = perLanguage(() => new Map<string, Intl.DateTimeFormat | null>());

/** The time of day in a visitor's zone, such as "14:32". Null for a zone the browser does not know. */
export function localTime(now: Date, timeZone: string): string | null {
  const known = formats();
  let format = known.get(timeZone);
  if (format === undefined) {
    format = formatOf(timeZone);
    known.set(timeZone, format);
  }
  return format?.format(now) ?? null;
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(currentLanguage.get().intl, {
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    });
  } catch (error) {
    // The zone is the visitor's own word; an invented one is simply not shown.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
