import { plainText } from './plain-text';

export interface PageAddress {
  /** Safe to use as a link's target: http or https, no credentials. */
  readonly href: string;
  /** Host and path for reading, the path in its own letters; the host in its punycode form, so that no letter poses as another. */
  readonly text: string;
  readonly path: string;
}

/** A visitor's address as something to show and follow. Null when it is not an http or https URL. */
export function pageAddress(url: string): PageAddress | null {
  if (!URL.canParse(url)) return null;

  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return null;
  parsed.username = '';
  parsed.password = '';
  const path = plainText(readable(parsed.pathname));
  return { href: parsed.href, text: parsed.host + (path === '/' ? '' : path), path };
}

const ENCODED_RUN = /(?:%[0-9a-f]{2})+/gi;
const LETTERS = /^[\p{L}\p{M}\p{N}]+$/u;

/** Letters of any script as their readers know them; whatever else was encoded stays so, and poses as nothing. */
function readable(path: string): string {
  return path.replace(ENCODED_RUN, (run) => {
    try {
      const decoded = decodeURIComponent(run);
      return LETTERS.test(decoded) ? decoded : run;
    } catch {
      return run; // not UTF-8
    }
  });
}
