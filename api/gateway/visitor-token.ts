import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { VisitorRef } from '../realtime-session/presence';
import { isId } from '../typed-id';
import type { UrlRules } from './clean-page';

/** What a widget's token says, once its signature was found right. */
export interface VisitorTokenClaims extends VisitorRef {
  /** Origin of the page that identified; null when the caller was not a browser. */
  readonly origin: string | null;
  readonly expiresAtMs: number;
  /** Of the person the visitor was; null when anonymous. See {@link personMark}. */
  readonly person: string | null;
  /** What the site kept of addresses then; so no heartbeat has to read the site. */
  readonly urlRules: UrlRules;
}

/** A list, because every heartbeat carries it. */
type PackedClaims = [
  siteId: string,
  visitorId: string,
  origin: string | null,
  expiresAtMs: number,
  person: string | null,
  keptUrlParameters: readonly string[],
  keepsUrlFragment: boolean,
];

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
    claims: Omit<VisitorTokenClaims, 'expiresAtMs'>,
    nowMs: number,
  ): { token: string; expiresAtMs: number } {
    const expiresAtMs = nowMs + this.lifetimeMs;
    const { siteId, visitorId, origin, person, urlRules } = claims;
    const { keptUrlParameters, keepsUrlFragment } = urlRules;
    const packed: PackedClaims = [
      siteId,
      visitorId,
      origin,
      expiresAtMs,
      person,
      keptUrlParameters,
      keepsUrlFragment,
    ];
    const body = JSON.stringify(packed);
    const payload = Buffer.from(body).toString('base64url');
    return { token: `${payload}.${this.sign(payload)}`, expiresAtMs };
  }

  /** Null for anything this secret did not sign. Says nothing about expiry: compare `expiresAtMs` yourself. */
  read(token: string): VisitorTokenClaims | null {
    const [payload = '', signature = '', ...more] = token.split('.');
    const expected = Buffer.from(this.sign(payload));
    const given = Buffer.from(signature);
    if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const body = Buffer.from(payload, 'base64url').toString();
    const [siteId, visitorId, origin, expiresAtMs, person, keptUrlParameters, keepsUrlFragment] = JSON.parse(
      body,
    ) as PackedClaims;
    if (!isId('visitor', visitorId)) return null;
    return {
      siteId,
      visitorId,
      origin,
      expiresAtMs,
      person,
      urlRules: { keptUrlParameters, keepsUrlFragment },
    };
  }

  private sign(payload: string): string {
    return createHmac('sha256', this.key).update(payload).digest('base64url');
  }
}
