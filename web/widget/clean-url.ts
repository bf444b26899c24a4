const MAX_URL_LENGTH = 2048;

/**
 * The part of an address that may leave the page: no user, no password, and neither query nor fragment beyond what the
 * script tag lets through (`data-params`, `data-hash`). Undefined where it is not http or https; throws where it is no
 * address at all.
 */
export function cleanUrl(address: string, base: string | undefined, { params, hash }: DOMStringMap) {
  const url = new URL(address, base);
  const kept = `${params}`.split(',');
  url.search = `${new URLSearchParams([...url.searchParams].filter(([name]) => kept.includes(name)))}`;
  return /^http/.test(url.protocol)
    ? (url.origin + url.pathname + url.search + (hash == null ? '' : url.hash)).slice(0, MAX_URL_LENGTH)
    : undefined;
}
