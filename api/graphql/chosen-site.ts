import { apiError } from './api-error';
import type { Credential } from './credential';

/**
 * The site an operation is about: the one named, or the only one of the credential. Null when it is not one of the
 * credential's, existing or not. Throws BAD_USER_INPUT when it has to be named.
 */
export function chosenSite(credential: Credential | null, siteId: string | null | undefined): string | null {
  const siteIds = credential?.siteIds ?? [];
  if (siteId) return siteIds.includes(siteId) ? siteId : null;
  if (siteIds.length > 1) {
    throw apiError(
      'BAD_USER_INPUT',
      `Your credential has ${siteIds.length} sites: say which one with siteId.`,
    );
  }
  return siteIds[0] ?? null;
}
