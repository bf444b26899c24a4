import type { AuditEntry } from '../audit-log/audit-entry.entity';
import type { AuditLog } from '../audit-log/audit-log';
import { apiError } from './api-error';

const MOST = 100;

/** A piece of a site's audit log. Throws BAD_USER_INPUT for a size out of bounds, INVALID_CURSOR for no entry of the site. */
export async function readAuditLog(
  audit: AuditLog,
  siteId: string,
  { first, after }: { readonly first: number; readonly after?: string | null },
): Promise<AuditEntry[]> {
  if (first < 1 || first > MOST)
    throw apiError('BAD_USER_INPUT', `first must be 1 to ${MOST}, got ${first}.`);
  const entries = await audit.list(siteId, first, after ?? null);
  if (!entries) {
    throw apiError('INVALID_CURSOR', 'The site has no such entry, or no longer. Start again without after.');
  }
  return entries;
}
