import { perLanguage } from '../language/per-language';

/** The API counts no further; one more than this means "more". */
const COUNTED_UP_TO = 10_000;
const format = perLanguage((intl) => new Intl.NumberFormat(intl));

/** A number of visitors: "9,482", "10,000+" beyond what is counted, "—" when unknown. */
export function countText(count: number | null): string {
  if (count === null) return '—';
  return count > COUNTED_UP_TO ? `${format().format(COUNTED_UP_TO)}+` : format().format(count);
}
