import { ApiScope } from '../access';
import type { RosterFilter } from '../visitors/roster-query';
import { VisitorSort } from '../visitors/visitor-sort';
import { apiError } from './api-error';
import type { ApiContext } from './context';
import { scopesOf } from './credential';
import type { VisitorsArgs } from './inputs/visitors-args';

const LONGEST_SEARCH = 300;
const LONGEST_PREFIX = 2048;
const MOST_TRAITS = 10;

/** What the arguments ask of the stored rows; who is online is not among it. */
export type StoredFilter = Omit<RosterFilter, 'online' | 'onlineFilter'>;

/** Throws BAD_USER_INPUT for what is too long or too many, FORBIDDEN for what the credential may not search by. */
export function checkFilter({ search, sort, filter }: VisitorsArgs, { credential }: ApiContext): void {
  const tooLong = (name: string, most: number) =>
    apiError('BAD_USER_INPUT', `${name} may have at most ${most} characters.`);
  if ([...(search ?? '')].length > LONGEST_SEARCH) throw tooLong('search', LONGEST_SEARCH);
  const { traits, currentUrlPrefix } = filter ?? {};
  if ((currentUrlPrefix ?? '').length > LONGEST_PREFIX) throw tooLong('currentUrlPrefix', LONGEST_PREFIX);
  if ((traits ?? []).length > MOST_TRAITS) {
    throw apiError('BAD_USER_INPUT', `traits may have at most ${MOST_TRAITS} entries.`);
  }
  const isPersonal = Boolean(search || traits || currentUrlPrefix) || sort === VisitorSort.NAME_ASC;
  if (isPersonal && !scopesOf(credential).includes(ApiScope.VISITORS_PII_READ)) {
    const what = 'Searching, sorting by name, and filtering by traits or pages';
    throw apiError('FORBIDDEN', `${what} need the scope VISITORS_PII_READ.`);
  }
}

export function storedFilter(siteId: string, { search, filter }: VisitorsArgs): StoredFilter {
  return {
    siteId,
    search: search?.trim() || undefined,
    includeBots: filter?.includeBots ?? false,
    isIdentified: filter?.isIdentified ?? undefined,
    isVerified: filter?.isVerified ?? undefined,
    lastSeenAfter: filter?.lastSeenAfter ?? undefined,
    lastSeenBefore: filter?.lastSeenBefore ?? undefined,
    traits: filter?.traits?.length ? filter.traits : undefined,
  };
}

/** Whether rows are picked by more than presence and being a bot. */
export function isNarrow(filter: StoredFilter): boolean {
  const { search, isIdentified, isVerified, lastSeenAfter, lastSeenBefore, traits } = filter;
  const narrowing = [search, isIdentified, isVerified, lastSeenAfter, lastSeenBefore, traits];
  return narrowing.some((value) => value !== undefined);
}
