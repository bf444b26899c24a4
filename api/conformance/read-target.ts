import { parseUrl } from '../parse-url';
import type { Target } from './target';

/** The deployment at an address, which may be that of either transport. Throws a sentence when there can be none. */
export function readTarget(address: string | undefined, apiKey: string | undefined): Target {
  if (!address || !parseUrl(address) || !/^(ws|http)s?:/i.test(address)) {
    throw new Error(
      `--url has to be an address such as wss://example.com/graphql, got ${address ?? 'none'}.`,
    );
  }
  if (!apiKey) {
    throw new Error(
      'CONFORMANCE_API_KEY has to hold the secret of an API key with the scopes VISITORS_READ and PRESENCE_SUBSCRIBE.',
    );
  }
  const { protocol, host, pathname } = new URL(address);
  const scheme = /^(wss|https):$/.test(protocol) ? 'https' : 'http';
  return { url: `${scheme}://${host}${pathname.replace(/\/(graphql\/?)?$/, '')}`, apiKey };
}
