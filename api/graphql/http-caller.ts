import fastifyCookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WidgetCaller } from '../gateway/calls';
import type { AgentSessionCookie } from './context';
import type { Credential } from './credential';

const COOKIE = 'porchlight_session';
const COOKIE_MAX_AGE_S = 7 * 24 * 60 * 60;

// True when the page that sent the request is one of ours, or when it was no page.
function isSameOrigin(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || origin === ownOrigin(request);
}

/** A widget's request, as the gateway sees it. The answer becomes readable to the page once its origin was found allowed. */
export function widgetCaller(
  request: FastifyRequest,
  reply: FastifyReply,
  credential: Credential | null,
): WidgetCaller {
  const { origin, 'user-agent': userAgent } = request.headers;
  return {
    origin: origin ?? null,
    userAgent: userAgent ?? null,
    address: credential ? null : addressOf(request),
    allowOrigin: () => {
      if (origin === undefined) return;
      void reply.headers({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'Retry-After',
      });
    },
  };
}

/** The agent's cookie, as far as it counts. */
export function sessionCookie(request: FastifyRequest, reply: FastifyReply): AgentSessionCookie {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const;
  const isOwnOrigin = isSameOrigin(request);
  return {
    isOwnOrigin,
    address: addressOf(request),
    token: isOwnOrigin ? (request.cookies[COOKIE] ?? null) : null,
    set: (token) => void reply.setCookie(COOKIE, token, { ...options, maxAge: COOKIE_MAX_AGE_S }),
    clear: () => void reply.clearCookie(COOKIE, options),
  };
}

/** The agent's token in a Cookie header; null when there is none. */
export function readSessionToken(cookieHeader: string | undefined): string | null {
  return (cookieHeader && fastifyCookie.parse(cookieHeader)[COOKIE]) || null;
}

function ownOrigin(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}

// A connection that is closed already has no address, whatever the type says.
function addressOf({ ip }: FastifyRequest): string {
  return ip || '';
}
