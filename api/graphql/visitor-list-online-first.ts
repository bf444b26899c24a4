import type { Position, ReadDepth } from '../realtime-session/presence';
import type { RealtimeSessionService } from '../realtime-session/realtime-session.service';
import type { RosterSlice, SlicePlace } from '../realtime-session/roster-slice';
import type { Keyset } from '../visitors/roster-query';
import type { VisitorRoster } from '../visitors/visitor-roster';
import { VisitorSort } from '../visitors/visitor-sort';
import type { VisitorsService } from '../visitors/visitors.service';
import { presenceUnreadable } from './presence-unreadable';
import { unknownPresence } from './unknown-presence';
import { mergeList, type Candidates, type ListEntry } from './visitor-list-merge';
import {
  keysetOf,
  LIST_PARTS,
  placeOf,
  seenKeyset,
  slicePlace,
  type ListPart,
  type ListPlace,
} from './visitor-list-place';
import type { ListPage, ListRow } from './visitor-list-page';

export interface OnlineFirstQuery {
  readonly siteId: string;
  readonly limit: number;
  readonly direction: 'forward' | 'backward';
  readonly after?: Keyset;
  readonly includeBots: boolean;
  /** Only those who are, or are not, online. */
  readonly isOnline?: boolean;
  readonly depth: ReadDepth;
}

/** Before this, PostgreSQL knows who went; later ones are still in Redis, which keeps them longer. */
const RECENT_MS = 150_000;
/** A call that took longer to reach Redis was refused; until then what it stored in PostgreSQL is older. */
const MOST_LATE_MS = 5_000;
/** PostgreSQL's clock may be ahead of Redis's. */
const MOST_AHEAD_MS = 86_400_000;
/** A page that finds too few, among thousands of bots for example, ends early. */
const MOST_ROUNDS = 8;
const MOST_PER_ROUND = 1_000;
const LEAST_IN_LATER_ROUNDS = 200;
/** One in so many visitors may be a bot before a page needs a second round. */
const VISITORS_PER_BOT = 8;

interface RecentlyComplete extends Candidates {
  /** Nobody was last seen between the newest candidate that there could be and this instant. */
  readonly completeFromMs: number;
}

/**
 * The list that begins with who is online, read from both stores without reading either whole: one command to Redis and
 * at most two SQL statements a page, more only in the rare case that most of what was found does not belong on it. A
 * visitor who moves between two pages may be met twice or not at all; a walk ends all the same.
 */
export class OnlineFirstList {
  constructor(
    private readonly sessions: RealtimeSessionService,
    private readonly roster: VisitorRoster,
    private readonly visitors: VisitorsService,
  ) {}

  /** Everybody by last seen while presence cannot be read; PRESENCE_UNAVAILABLE then if it is filtered by. */
  async page(query: OnlineFirstQuery): Promise<ListPage> {
    const isForward = query.direction === 'forward';
    const rows: ListRow[] = [];
    let position: Position | null = null;
    let next: ListPlace | null = query.after ? placeOf(query.after) : startOf(query);
    let isReread = false;
    let recentFromMs = this.sessions.nowMs() - RECENT_MS;
    for (let round = 0; round < MOST_ROUNDS && next && rows.length <= query.limit; round++) {
      const start: ListPlace = next;
      const limit = roundLimit(query.limit + 1 - rows.length, round);
      const parts = partsFrom(query, start.part);
      const candidates = parts.includes('rest')
        ? await this.candidates(query, start, limit, recentFromMs)
        : null;
      const slice = await this.slice(query, start, parts, limit, candidates);
      if (!slice) return this.withoutPresence(query);
      position ??= slice.position;
      const isComplete: boolean =
        !candidates || isReread || slice.remembersFromMs - MOST_LATE_MS <= candidates.completeFromMs;
      const merged = mergeList(slice, isComplete ? candidates : null, parts, isForward);
      rows.push(...(await this.readRows(query, merged.entries)));
      next = merged.next;
      // Whoever was wiped out of Redis is only in PostgreSQL, however recent: that part is read once more, up to the wipe.
      isReread ||= !isComplete;
      if (!isComplete) recentFromMs = Math.min(slice.remembersFromMs, slice.nowMs + MOST_AHEAD_MS);
      if (!isComplete && start.part === 'rest' && next?.part === 'rest') next = start;
    }
    return { ...pageOf(rows, next, query), position };
  }

  private async candidates(
    { siteId, includeBots, direction }: OnlineFirstQuery,
    { part, at }: ListPlace,
    limit: number,
    recentFromMs: number,
  ): Promise<RecentlyComplete> {
    const after = part === 'rest' && at !== 'END' ? seenKeyset(at.score, at.visitorId) : undefined;
    const query = { siteId, includeBots, direction, limit, after };
    const { visitors, newerAt } = await this.roster.listOlder(query, new Date(recentFromMs));
    const completeFromMs = newerAt?.getTime() ?? Infinity;
    return { visitors, hasMore: visitors.length > limit, completeFromMs };
  }

  private slice(
    query: OnlineFirstQuery,
    start: ListPlace,
    parts: readonly ListPart[],
    limit: number,
    candidates: Candidates | null,
  ): Promise<RosterSlice | null> {
    const placeIn = (part: ListPart): SlicePlace => {
      if (!parts.includes(part)) return 'NOWHERE';
      return part === start.part ? slicePlace(start.at) : 'END';
    };
    return this.sessions.getRosterSlice(query.siteId, {
      isForward: query.direction === 'forward',
      depth: query.depth,
      limit,
      online: placeIn('online'),
      lapsed: placeIn('lapsed'),
      left: placeIn('rest'),
      candidateIds: (candidates?.visitors ?? []).map(({ id }) => id),
    });
  }

  private async readRows(query: OnlineFirstQuery, entries: readonly ListEntry[]): Promise<ListRow[]> {
    const missing = entries.filter(({ visitor }) => visitor === null).map(({ visitorId }) => visitorId);
    const found = await this.visitors.getMany([query.siteId], missing);
    const byId = new Map(missing.map((id, i) => [id, found[i] ?? null]));
    return entries.flatMap(({ visitorId, visitor, place, presence }) => {
      const row = visitor ?? byId.get(visitorId);
      if (!row || (row.isBot && !query.includeBots)) return [];
      return [{ visitor: row, keyset: keysetOf(place), presence }];
    });
  }

  private async withoutPresence(query: OnlineFirstQuery): Promise<ListPage> {
    if (query.isOnline !== undefined) throw presenceUnreadable();
    const { siteId, limit, direction, includeBots } = query;
    const presence = unknownPresence(this.sessions.nowMs());
    const place = query.after ? placeOf(query.after) : null;
    const nobody = { rows: [], hasMore: false, end: null, position: null };
    // Before somebody who was online there is nobody any more.
    if (place && place.part !== 'rest' && direction === 'backward') return nobody;
    const after =
      place?.part === 'rest' && place.at !== 'END'
        ? seenKeyset(place.at.score, place.at.visitorId)
        : undefined;
    const sort = VisitorSort.LAST_SEEN_DESC;
    const page = await this.roster.list({ siteId, includeBots, direction, sort, limit, after });
    const rows = page.rows.map(({ visitor }) => {
      const score = visitor.lastSeenAt?.getTime() ?? -Infinity;
      const keyset = keysetOf({ part: 'rest', at: { score, visitorId: visitor.id } });
      return { visitor, keyset, presence };
    });
    return { rows, hasMore: page.hasMore, end: endOf(rows, direction), position: null };
  }
}

function partsOf({ isOnline, direction }: OnlineFirstQuery): ListPart[] {
  const parts = LIST_PARTS.filter((part) => isOnline === undefined || (part === 'online') === isOnline);
  return direction === 'forward' ? parts : parts.reverse();
}

function partsFrom(query: OnlineFirstQuery, part: ListPart): ListPart[] {
  const parts = partsOf(query);
  if (!parts.includes(part)) throw new Error('the keyset was made for another list');
  return parts.slice(parts.indexOf(part));
}

function startOf(query: OnlineFirstQuery): ListPlace {
  return { part: partsOf(query)[0]!, at: 'END' };
}

/** A little more than is missing, for the bots among them; much more when that was not enough. */
function roundLimit(missing: number, round: number): number {
  const wanted = Math.ceil(missing * (1 + 1 / VISITORS_PER_BOT));
  return round === 0
    ? wanted
    : Math.min(MOST_PER_ROUND, Math.max(wanted, LEAST_IN_LATER_ROUNDS * 2 ** round));
}

function pageOf(
  found: ListRow[],
  next: ListPlace | null,
  { limit, direction }: OnlineFirstQuery,
): Omit<ListPage, 'position'> {
  const rows = found.slice(0, limit);
  if (direction === 'backward') rows.reverse();
  const isShort = rows.length < limit && next !== null;
  return {
    rows,
    hasMore: found.length > limit || next !== null,
    end: isShort ? keysetOf(next) : endOf(rows, direction),
  };
}

function endOf(rows: readonly ListRow[], direction: 'forward' | 'backward'): Keyset | null {
  return rows.at(direction === 'forward' ? -1 : 0)?.keyset ?? null;
}
