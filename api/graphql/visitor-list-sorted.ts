import type { Position, Presence } from '../realtime-session/presence';
import type { RealtimeSessionService } from '../realtime-session/realtime-session.service';
import type { Keyset, OnlineVisitor, RosterQuery } from '../visitors/roster-query';
import type { VisitorRoster } from '../visitors/visitor-roster';
import { VisitorSort } from '../visitors/visitor-sort';
import { presenceUnreadable } from './presence-unreadable';
import { unknownPresence } from './unknown-presence';
import { isNarrow, type StoredFilter } from './visitor-list-filter';
import type { ListPage } from './visitor-list-page';

export interface SortedQuery {
  readonly stored: StoredFilter;
  readonly sort: VisitorSort;
  readonly limit: number;
  readonly direction: 'forward' | 'backward';
  readonly after?: Keyset;
  readonly isOnline?: boolean;
  /** Beginning of the address of the current page. */
  readonly urlPrefix?: string;
  readonly hasCursor: boolean;
}

interface Known extends Pick<RosterQuery, 'online' | 'onlineFilter'> {
  readonly presenceOf: (visitorId: string) => Presence | null;
}

const COUNT_CEILING = 10_000;

/**
 * The list as SQL picks and orders it. Where presence picks or orders as well, Redis is asked for everybody online, the 10,000
 * latest arrivals at most; otherwise only for the position, when it is wanted.
 */
export class SortedList {
  constructor(
    private readonly sessions: RealtimeSessionService,
    private readonly roster: VisitorRoster,
  ) {}

  /** Throws PRESENCE_UNAVAILABLE when it is filtered by a presence that cannot be read. */
  async page(query: SortedQuery): Promise<ListPage> {
    const { stored, sort, limit, direction, after } = query;
    const usesPresence = isFiltered(query) || sort === VisitorSort.ONLINE_FIRST;
    const roster = usesPresence ? await this.sessions.getRoster(stored.siteId) : null;
    if (isFiltered(query) && !roster) throw presenceUnreadable();
    const position = usesPresence ? (roster?.position ?? null) : await this.position(query);
    const isUnreadable = !position && (usesPresence || query.hasCursor);
    const { presenceOf, ...online } = roster
      ? await this.know(query, roster)
      : { presenceOf: () => (isUnreadable ? unknownPresence(this.sessions.nowMs()) : null) };
    const page = await this.roster.list({ ...stored, sort, limit, direction, after, ...online });
    const rows = page.rows.map((row) => ({ ...row, presence: presenceOf(row.visitor.id) }));
    const end = rows.at(direction === 'forward' ? -1 : 0)?.keyset ?? null;
    return { rows, hasMore: page.hasMore, end, position };
  }

  /** Read before the rows: what changes after it is told to whoever goes on from it. Null when it is not wanted. */
  async position({ hasCursor, stored }: SortedQuery): Promise<Position | null> {
    return hasCursor ? ((await this.sessions.getPosition(stored.siteId))?.position ?? null) : null;
  }

  /** Up to 10,000; one more than that means more. Throws as {@link page} does. */
  async count(query: SortedQuery): Promise<number> {
    if (!isFiltered(query)) return this.roster.count(query.stored);
    const roster = await this.sessions.getRoster(query.stored.siteId);
    if (!roster) throw presenceUnreadable();
    const isMore = query.isOnline === true && roster.count > COUNT_CEILING;
    if (isMore && !query.urlPrefix && !isNarrow(query.stored)) return COUNT_CEILING + 1;
    const { online, onlineFilter } = await this.know(query, roster);
    return this.roster.count({ ...query.stored, online, onlineFilter });
  }

  private async know(query: SortedQuery, roster: Roster): Promise<Known> {
    const { urlPrefix, isOnline } = query;
    const since = new Map(roster.online.map(({ visitorId, sinceMs }) => [visitorId, sinceMs]));
    const isWhole = roster.count === roster.online.length && !roster.isUncertain;
    const presenceOf = (visitorId: string): Presence | null => {
      const sinceMs = since.get(visitorId) ?? null;
      const known = { asOfMs: roster.nowMs, sinceMs, pages: null };
      if (sinceMs !== null) return { ...known, state: 'ONLINE', depth: 'state', sessions: null };
      return isWhole ? { ...known, state: 'OFFLINE', depth: 'sessions', sessions: [] } : null;
    };
    if (urlPrefix === undefined) return { online: roster.online, onlineFilter: isOnline, presenceOf };
    // Who is offline looks at nothing.
    const online = isOnline === false ? [] : await this.lookingAt(query, roster.online, urlPrefix);
    return { online, onlineFilter: true, presenceOf };
  }

  private async lookingAt(
    { stored: { siteId } }: SortedQuery,
    online: readonly OnlineVisitor[],
    urlPrefix: string,
  ): Promise<OnlineVisitor[]> {
    const refs = online.map(({ visitorId }) => ({ siteId, visitorId }));
    const presences = await this.sessions.getManyPresence(refs, 'sessions');
    return online.filter((_, i) => {
      const { state, sessions } = presences[i]!;
      if (state === 'UNKNOWN') throw presenceUnreadable();
      return sessions?.[0]?.page?.url.startsWith(urlPrefix);
    });
  }
}

type Roster = NonNullable<Awaited<ReturnType<RealtimeSessionService['getRoster']>>>;

function isFiltered({ isOnline, urlPrefix }: SortedQuery): boolean {
  return isOnline !== undefined || urlPrefix !== undefined;
}
