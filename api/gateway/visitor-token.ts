import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { VisitorRef } from '../realtime-session/presence';
import { isId } from '../typed-id';

/** What a widget's token says, once its signature was found right. */
export interface VisitorTokenClaims extends VisitorRef {
  /** Origin of the page that identified; null when the caller was not a browser. */
  readonly origin: string | null;
  readonly expiresAtMs: number;
  /** Of the person the visitor was; null when anonymous. See {@link personMark}. */
  readonly person: string | null;
}

/** Tells whether two persons are the same, claimed or verified, without telling who they are. */
export function personMark(externalId: string | null, isVerified: boolean): string | null {
  if (externalId === null) return null;
  const text = `${isVerified ? 'verified' : 'claimed'} ${externalId}`;
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** Makes and reads the tokens by which a widget proves which visitor it is. Holds no state: any node can read any token. */
export class VisitorTokens {
  private readonly key: Buffer;

  constructor(
    secret: string,
    private readonly lifetimeMs: number,
  ) {
    // A key of its own, so that a signature made for one purpose is worth nothing for another.
    this.key = createHmac('sha256', secret).update('visitor-token').digest();
  }

  issue(
    visitor: VisitorRef,
    origin: string | null,
    nowMs: number,
    person: string | null = null,
  ): { token: string; expiresAtMs: number } {
    const expiresAtMs = nowMs + this.lifetimeMs;
    const body = JSON.stringify([visitor.siteId, visitor.visitorId, origin, expiresAtMs, person]);
    const payload = Buffer.from(body).toString('base64url');
    return { token: `${payload}.${this.sign(payload)}`, expiresAtMs };
  }

  /** Null for anything this secret did not sign. Says nothing about expiry: compare `expiresAtMs` yourself. */
  read(token: string): VisitorTokenClaims | null {
    const [payload = '', signature = '', ...more] = token.split('.');
    const expected = Buffer.from(this.sign(payload));
    const given = Buffer.from(signature);
    if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const body = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
      string,
      string,
      string | null,
      number,
      string | null,
    ];
    const [siteId, visitorId, origin, expiresAtMs, person] = body;
    return isId('visitor', visitorId) ? { siteId, visitorId, origin, expiresAtMs, person } : null;
  }

  private sign(payload: string): string {
    return createHmac('sha256', this.key).update(payload).digest('base64url');
  }
}
