import { storableText } from '../scalars/storable-text';

// Control characters say nothing to a reader; NUL cannot even be stored.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;

/** Untrusted text made storable: no control characters, no white space around; null when nothing is left. */
export function cleanText(text: string | null | undefined): string | null {
  const cleaned = text && storableText(text.replace(CONTROL, ' ')).trim();
  return cleaned ? cleaned : null;
}
