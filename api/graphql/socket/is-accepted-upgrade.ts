import type { IncomingMessage } from 'node:http';

/**
 * True for a WebSocket handshake at `/graphql` by a program, which sends no origin, or by a page of our own: the page of
 * another site would come with the agent's cookie.
 */
export function isAcceptedUpgrade({ url, headers }: IncomingMessage, trustsProxies: boolean): boolean {
  if (url?.split('?', 1)[0] !== '/graphql') return false;
  if (headers.origin === undefined) return true;
  const { 'x-forwarded-proto': forwardedScheme, 'x-forwarded-host': forwardedHost } = headers;
  const scheme = (trustsProxies && forwardedScheme) || 'http';
  const host = (trustsProxies && forwardedHost) || headers.host;
  return headers.origin === `${String(scheme)}://${String(host)}`;
}
