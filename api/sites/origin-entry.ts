import { parseUrl } from '../parse-url';

/** The longest name a host can have, with scheme and port. */
const LONGEST = 300;
const WILDCARD = 'https://*.';

/**
 * An entry of a site's allowed origins as it is stored: an exact origin, `https://*.` before a domain of at least two names, or
 * the word `null`. Null for anything else.
 */
export function originEntry(text: string): string | null {
  const entry = text.trim();
  if (entry === 'null') return entry;
  if (entry.length > LONGEST) return null;
  if (!entry.startsWith(WILDCARD)) return exactOrigin(entry);
  const origin = exactOrigin(entry.replace('*.', ''));
  // A whole top-level domain is nobody's own.
  const isDomain = origin !== null && /[^.]\.[^.0-9]/.test(new URL(origin).hostname);
  return isDomain ? origin.replace('https://', WILDCARD) : null;
}

function exactOrigin(text: string): string | null {
  const url = /^https?:\/\/[^/]/i.test(text) ? parseUrl(text) : null;
  if (!url) return null;
  const { protocol, origin, href, hostname } = url;
  const isOrigin = href === `${origin}/` && !hostname.includes('*') && !/[?#]$/.test(text);
  return isOrigin && /^https?:$/.test(protocol) ? origin : null;
}
