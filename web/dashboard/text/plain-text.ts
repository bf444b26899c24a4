const MAX_CHARACTERS = 300;

/** Marks that reorder or hide text: with them a name could pose as another one. */
const DECEPTIVE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/** Text that came from a visitor, made harmless to show: no hidden or reordering characters, one line, capped. */
export function plainText(text: string): string {
  const shown = text.replace(DECEPTIVE, '').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
  return shown.length > MAX_CHARACTERS ? `${shown.slice(0, MAX_CHARACTERS - 1)}…` : shown;
}
