/** A new name for this page load: 128 random bits in digits, at most 40 of them. */
export function randomTabId(): string {
  // Not crypto.randomUUID: it is missing on plain-http pages.
  return crypto.getRandomValues(new Uint32Array(4)).join('');
}
