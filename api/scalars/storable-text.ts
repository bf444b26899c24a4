// PostgreSQL stores no NUL, and jsonb no half of a surrogate pair; either would fail the whole statement.
const NUL = /\0/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** The same text without NUL, and with U+FFFD in place of half surrogate pairs, so that it can be stored. */
export function storableText(text: string): string {
  return text.replace(NUL, '').replace(LONE_SURROGATE, '\uFFFD');
}
