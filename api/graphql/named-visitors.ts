import { apiError } from './api-error';

const MOST_VISITORS = 100;

/** The visitors an operation is limited to; undefined for all. Throws BAD_USER_INPUT for too many. */
export function namedVisitors(ids: readonly string[] | null | undefined): ReadonlySet<string> | undefined {
  if (!ids) return undefined;
  if (ids.length <= MOST_VISITORS) return new Set(ids);
  throw apiError(
    'BAD_USER_INPUT',
    `visitorIds may have at most ${MOST_VISITORS} entries, got ${ids.length}.`,
  );
}
