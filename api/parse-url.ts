/**
 * The address, or null when it is none. Not by `URL.canParse`: where Node 20 calls it often it begins to refuse addresses with
 * letters such as ü, which `new URL` reads.
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
