import { parseUrl } from '../parse-url';

/**
 * True when a page of this origin may speak for the site. Entries are exact origins, `https://*.example.com` (any depth of
 * sub-domain, not the domain itself), or the word `null` for opaque origins; an empty list means any other origin. False for an
 * origin that is not written as browsers write it.
 */
export function isAllowedOrigin(origin: string, allowedOrigins: readonly string[]): boolean {
  if (origin === 'null') return allowedOrigins.includes('null');
  const asked = parseOrigin(origin);
  if (asked?.origin !== origin) return false;
  const named = allowedOrigins.filter((entry) => entry !== 'null');
  return allowedOrigins.length === 0 || named.some((entry) => matches(asked, entry));
}

function matches(asked: URL, entry: string): boolean {
  const isWildcard = entry.includes('://*.');
  const allowed = parseOrigin(entry.replace('://*.', '://'));
  if (!allowed || allowed.protocol !== asked.protocol || allowed.port !== asked.port) return false;
  return isWildcard ? asked.hostname.endsWith(`.${allowed.hostname}`) : asked.hostname === allowed.hostname;
}

function parseOrigin(text: string): URL | null {
  const url = parseUrl(text);
  if (!url) return null;
  const isOrigin = url.pathname === '/' && !url.search && !url.hash && !url.username;
  return isOrigin && /^https?:$/.test(url.protocol) ? url : null;
}
