import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a site's server hands to its page as proof that the external id is this visitor's: 64 hex digits. */
export function identitySignature(externalId: string, secret: string): string {
  return createHmac('sha256', secret).update(externalId).digest('hex');
}

/** Whether one of the secrets made the signature of exactly this id. Takes as long for a wrong one as for a right one. */
export function isIdentitySignature(text: string, externalId: string, secrets: readonly string[]): boolean {
  const given = Buffer.from(text.toLowerCase());
  const matches = secrets.map((secret) => {
    const right = Buffer.from(identitySignature(externalId, secret));
    return right.length === given.length && timingSafeEqual(right, given);
  });
  return matches.includes(true);
}
