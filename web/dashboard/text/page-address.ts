import { plainText } from './plain-text';

export interface PageAddress {
  /** Safe to use as a link's target: http or https, no credentials. */
  readonly href: string;
  /** Host and path for reading; the host in its punycode form, so that no letter poses as another. */
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
  const path = plainText(parsed.pathname);
  return { href: parsed.href, text: parsed.host + (path === '/' ? '' : path), path };
}
