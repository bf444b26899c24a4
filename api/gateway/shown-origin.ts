import { parseUrl } from '../parse-url';

const LONGEST = 255;

/** An Origin header as it may be shown to somebody else; null when it is none, or no origin. */
export function shownOrigin(header: string | null): string | null {
  if (header === 'null') return header;
  const url = header === null || header.length > LONGEST ? null : parseUrl(header);
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
}
