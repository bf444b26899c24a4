import { IdentityVerification } from '../sites/identity-verification';
import { UserProblem } from '../user-problem';
import { isIdentitySignature } from './identity-signature';

/** What an identify tells about a person, and how it proves it. */
export interface ClaimedIdentity {
  /** As it will be stored; null when the page names nobody. */
  readonly externalId: string | null;
  readonly signature: string | null;
  /** Whether a name, an address, a picture or traits are told. */
  readonly isDescribed: boolean;
}

/**
 * Whether the person is verified. Throws UserProblem when the site wants a proof and there is none, and when there is a
 * wrong one. Secrets are asked for only when there is a signature to compare.
 */
export async function checkIdentitySignature(
  mode: IdentityVerification,
  claimed: ClaimedIdentity,
  readSecrets: () => Promise<readonly string[]>,
): Promise<boolean> {
  const { externalId, signature } = claimed;
  if (mode === IdentityVerification.OFF) return false;
  if (externalId !== null && signature) {
    if (isIdentitySignature(signature, externalId, await readSecrets())) return true;
    throw UserProblem.of(
      'IDENTITY_SIGNATURE_INVALID',
      'identitySignature is not the HMAC-SHA256 of externalId under the identity secret of the site.',
      'identitySignature',
    );
  }
  if (mode === IdentityVerification.REQUIRED && (externalId !== null || claimed.isDescribed)) {
    throw UserProblem.of(
      'IDENTITY_SIGNATURE_REQUIRED',
      'Saying who a visitor is needs an externalId and its identitySignature here.',
      'identitySignature',
    );
  }
  return false;
}
