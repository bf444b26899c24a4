import type { GraphQLError } from 'graphql';
import { ApiScope } from '../access';
import type { Presence } from '../realtime-session/presence';
import type { RealtimeSessionService } from '../realtime-session/realtime-session.service';
import type { Keyset, RosterQuery } from '../visitors/roster-query';
import type { RosterPage, VisitorRoster } from '../visitors/visitor-roster';
import { VisitorSort } from '../visitors/visitor-sort';
import { apiError } from './api-error';
import { chosenSite } from './chosen-site';
import type { ApiContext } from './context';
import { scopesOf } from './credential';
import type { Cursors } from './cursor';
import type { VisitorsArgs } from './inputs/visitors-args';
import type { PositionCursors } from './position-cursors';
import type { VisitorConnection } from './types/connection';

const MOST_PER_PAGE = 100;
const LONGEST_SEARCH = 300;

type Online = NonNullable<Awaited<ReturnType<RealtimeSessionService['getRoster']>>>;

/** The list of visitors as the API shows it: who is online from Redis, who they are from PostgreSQL. */
export class VisitorList {
  constructor(
    private readonly sessions: RealtimeSessionService,
    private readonly roster: VisitorRoster,
    private readonly cursors: Cursors,
    private readonly positions: PositionCursors,
  ) {}

  /** Null for a site that is not the credential's. */
  async page(args: VisitorsArgs, context: ApiContext): Promise<VisitorConnection | null> {
    requirePersonalScope(args, context);
    const siteId = chosenSite(context.credential, args.siteId);
    const window = readWindow(args);
    if (!siteId) return null;

    const online = await this.sessions.getRoster(siteId);
    const onlineFilter = args.filter?.isOnline ?? undefined;
    if (onlineFilter !== undefined && !online) {
      throw apiError(
        'PRESENCE_UNAVAILABLE',
        'Who is online cannot be read at the moment; leave filter.isOnline out.',
      );
    }
    const scope = JSON.stringify([siteId, args.sort, args.filter, args.search]);
    const query: RosterQuery = {
      siteId,
      sort: args.sort ?? VisitorSort.ONLINE_FIRST,
      limit: window.size,
      direction: window.direction,
      after: window.cursor ? this.cursors.read<Keyset>(scope, window.cursor) : undefined,
      search: args.search?.trim() || undefined,
      includeBots: args.filter?.includeBots ?? false,
      online: online?.online,
      onlineFilter,
    };
    const page = await this.roster.list(query);
    primePresence(siteId, page, online, context);
    return {
      ...this.connect(page, scope, window),
      totalCount: () => this.roster.count(query),
      presenceCursor: () => Promise.resolve(online && this.positions.write(siteId, online.position)),
    };
  }

  private connect(page: RosterPage, scope: string, { direction, cursor }: Window) {
    const edges = page.rows.map(({ visitor, keyset }) => ({
      cursor: this.cursors.write(scope, keyset),
      node: visitor,
    }));
    const isForward = direction === 'forward';
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: isForward ? page.hasMore : cursor !== null,
        hasPreviousPage: isForward ? cursor !== null : page.hasMore,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }
}

interface Window {
  readonly size: number;
  readonly direction: 'forward' | 'backward';
  readonly cursor: string | null;
}

function readWindow({ first, last, after, before }: VisitorsArgs): Window {
  const isForward = first !== undefined && first !== null;
  const size = isForward ? first : last;
  if (size === undefined || size === null || (isForward && last !== undefined && last !== null)) {
    throw wrongWindow('Give either first or last');
  }
  if (size < 1 || size > MOST_PER_PAGE) throw wrongWindow(`Got ${size}; give first or last`);
  if (isForward ? before : after)
    throw wrongWindow('Use after with first, before with last; give one of them');
  return {
    size,
    direction: isForward ? 'forward' : 'backward',
    cursor: (isForward ? after : before) ?? null,
  };
}

function wrongWindow(message: string): GraphQLError {
  return apiError('BAD_USER_INPUT', `${message}, from 1 to ${MOST_PER_PAGE}.`);
}

function requirePersonalScope({ search, sort }: VisitorsArgs, { credential }: ApiContext): void {
  if (search && [...search].length > LONGEST_SEARCH) {
    throw apiError('BAD_USER_INPUT', `search may have at most ${LONGEST_SEARCH} characters.`);
  }
  const isPersonal = Boolean(search) || sort === VisitorSort.NAME_ASC;
  if (isPersonal && !scopesOf(credential).includes(ApiScope.VISITORS_PII_READ)) {
    throw apiError('FORBIDDEN', 'Searching and sorting by name need the scope VISITORS_PII_READ.');
  }
}

// The list knows who is online; asking again for each row would only cost another round trip.
function primePresence(
  siteId: string,
  page: RosterPage,
  online: Online | null,
  { loaders }: ApiContext,
): void {
  const sinceById = new Map(online?.online.map(({ visitorId, sinceMs }) => [visitorId, sinceMs]));
  const isWhole = online !== null && online.online.length === online.count;
  for (const { visitor } of page.rows) {
    const sinceMs = sinceById.get(visitor.id) ?? null;
    const presence = presenceOf(online, sinceMs);
    if (!online || sinceMs !== null || isWhole) {
      loaders.primePresence({ siteId, visitorId: visitor.id }, presence);
    }
  }
}

const NOTHING = { sinceMs: null, pages: null };

function presenceOf(online: Online | null, sinceMs: number | null): Presence {
  if (!online) return { ...NOTHING, state: 'UNKNOWN', depth: 'pages', asOfMs: Date.now(), sessions: null };
  // An offline visitor has no sessions; those of an online one are read when they are asked for.
  if (sinceMs === null)
    return { ...NOTHING, state: 'OFFLINE', depth: 'sessions', asOfMs: online.nowMs, sessions: [] };
  return { ...NOTHING, state: 'ONLINE', depth: 'state', asOfMs: online.nowMs, sinceMs, sessions: null };
}
