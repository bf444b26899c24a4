import type { AuditEntry } from '../audit-log/audit-entry.entity';
import type { AuditLog } from '../audit-log/audit-log';
import { apiError } from './api-error';

const MOST = 100;
/** How many are asked for by whoever does not say. */
const USUAL = 50;

/**
 * A piece of a site's audit log; null for its size stands for {@link USUAL}. Throws BAD_USER_INPUT for a size out of bounds,
 * INVALID_CURSOR for no entry of the site.
 */
export async function readAuditLog(
  audit: AuditLog,
  siteId: string,
  { first, after }: { readonly first: number | null; readonly after?: string | null },
): Promise<AuditEntry[]> {
  const size = first ?? USUAL;
  if (size < 1 || size > MOST) throw apiError('BAD_USER_INPUT', `first must be 1 to ${MOST}, got ${size}.`);
  const entries = await audit.list(siteId, size, after ?? null);
  if (!entries) {
    throw apiError('INVALID_CURSOR', 'The site has no such entry, or no longer. Start again without after.');
  }
  return entries;
}
