import type { Keyset } from '../visitors/roster-query';
import { VisitorSort } from '../visitors/visitor-sort';
import { chosenSite } from './chosen-site';
import type { ApiContext } from './context';
import type { Cursors } from './cursor';
import type { VisitorsArgs } from './inputs/visitors-args';
import type { PositionCursors } from './position-cursors';
import type { VisitorConnection } from './types/connection';
import { checkFilter, isNarrow, storedFilter } from './visitor-list-filter';
import type { OnlineFirstList } from './visitor-list-online-first';
import type { ListPage } from './visitor-list-page';
import type { ListSelection } from './visitor-list-selection';
import type { SortedList, SortedQuery } from './visitor-list-sorted';
import { readWindow, type ListWindow } from './visitor-list-window';

const NO_ROWS = { rows: [], hasMore: false, end: null };

/** The list of visitors as the API shows it: who is online from Redis, who they are from PostgreSQL. */
export class VisitorList {
  constructor(
    private readonly onlineFirst: OnlineFirstList,
    private readonly sorted: SortedList,
    private readonly cursors: Cursors,
    private readonly positions: PositionCursors,
  ) {}

  /** Null for a site that is not the credential's. */
  async page(
    args: VisitorsArgs,
    context: ApiContext,
    selection: ListSelection,
  ): Promise<VisitorConnection | null> {
    checkFilter(args, context);
    const siteId = chosenSite(context.credential, args.siteId);
    const window = readWindow(args);
    if (!siteId) return null;

    const scope = JSON.stringify([siteId, args.sort, args.filter, args.search]);
    const query: SortedQuery = {
      stored: storedFilter(siteId, args),
      sort: args.sort ?? VisitorSort.ONLINE_FIRST,
      limit: window.size,
      direction: window.direction,
      after: window.cursor ? this.cursors.read<Keyset>(scope, window.cursor) : undefined,
      isOnline: args.filter?.isOnline ?? undefined,
      urlPrefix: args.filter?.currentUrlPrefix || undefined,
      hasCursor: selection.hasCursor,
    };
    const page = await this.read(query, selection);
    for (const { visitor, presence } of page.rows) {
      if (presence) context.loaders.primePresence({ siteId, visitorId: visitor.id }, presence);
    }
    return {
      ...this.connect(page, scope, window),
      totalCount: () => this.sorted.count(query),
      presenceCursor: () => Promise.resolve(page.position && this.positions.write(siteId, page.position)),
    };
  }

  private async read(query: SortedQuery, { hasRows, depth }: ListSelection): Promise<ListPage> {
    const { stored, sort, urlPrefix } = query;
    if (!hasRows) return { ...NO_ROWS, position: await this.sorted.position(query) };
    const isPlain = !isNarrow(stored) && urlPrefix === undefined;
    if (sort !== VisitorSort.ONLINE_FIRST || !isPlain) return this.sorted.page(query);
    const { siteId, includeBots } = stored;
    const { limit, direction, after, isOnline } = query;
    return this.onlineFirst.page({ siteId, includeBots, limit, direction, after, isOnline, depth });
  }

  private connect(page: ListPage, scope: string, { direction, cursor }: ListWindow) {
    const edges = page.rows.map(({ visitor, keyset }) => ({
      cursor: this.cursors.write(scope, keyset),
      node: visitor,
    }));
    const isForward = direction === 'forward';
    const end = page.end && this.cursors.write(scope, page.end);
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: isForward ? page.hasMore : cursor !== null,
        hasPreviousPage: isForward ? cursor !== null : page.hasMore,
        startCursor: isForward ? (edges[0]?.cursor ?? null) : end,
        endCursor: isForward ? end : (edges.at(-1)?.cursor ?? null),
      },
    };
  }
}
