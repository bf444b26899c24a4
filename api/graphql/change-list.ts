import { GraphQLError } from 'graphql';
import type { Change, Position } from '../realtime-session/presence';
import type { PresenceChanges, SiteEvent } from '../realtime-session/presence-changes';
import { apiError } from './api-error';
import type { ChangeViews } from './change-views';
import { chosenSite } from './chosen-site';
import type { Credential } from './credential';
import type { PresenceChangesArgs } from './inputs/presence-changes-args';
import { namedVisitors } from './named-visitors';
import type { PositionCursors } from './position-cursors';
import { SortDirection } from './types/enums';
import type { PresenceChangeConnection } from './types/presence-change-connection';

const MOST_PER_PAGE = 100;

interface Walk {
  readonly siteId: string;
  readonly visitorIds: ReadonlySet<string> | undefined;
  readonly first: number;
  readonly after: Position | undefined;
}

interface Walked {
  readonly changes: Change[];
  readonly hasMore: boolean;
  readonly resyncRequired: boolean;
  /** Everything up to there has been looked at. */
  readonly end: Position;
}

/** The changes of a site as a list: for those who ask now and then instead of subscribing. */
export class ChangeList {
  constructor(
    private readonly changes: PresenceChanges,
    private readonly views: ChangeViews,
    private readonly positions: PositionCursors,
  ) {}

  /** Null for a site that is not the credential's. Throws PRESENCE_UNAVAILABLE while the presence store is away. */
  async page(
    args: PresenceChangesArgs,
    credential: Credential | null,
  ): Promise<PresenceChangeConnection | null> {
    if (args.first < 1 || args.first > MOST_PER_PAGE) {
      throw apiError('BAD_USER_INPUT', `first is from 1 to ${MOST_PER_PAGE}, got ${args.first}.`);
    }
    const visitorIds = namedVisitors(args.visitorIds);
    const siteId = chosenSite(credential, args.siteId);
    if (!siteId) return null;
    const after = args.after ? this.positions.read(siteId, args.after) : undefined;
    const walk = { siteId, visitorIds, first: args.first, after };
    const walked = args.direction === SortDirection.DESC ? this.backward(walk) : this.forward(walk);
    return this.connect(walk, await walked.catch(unavailable));
  }

  private async forward(walk: Walk): Promise<Walked> {
    const { siteId, after } = walk;
    const next = (from: Position | undefined) => this.changes.pageAfter(siteId, from);
    const walked = await collect(walk, next);
    if (!walked) return this.nothingHeld(siteId);
    if (after || walked.end) return { ...walked, end: walked.end ?? after! };
    return { ...walked, end: await this.changes.readPosition(siteId) };
  }

  private async backward(walk: Walk): Promise<Walked> {
    const { siteId, after } = walk;
    const walked = await collect(walk, (before) => this.changes.pageBefore(siteId, before));
    if (!walked) return this.nothingHeld(siteId);
    const end = walked.end ?? after ?? (await this.changes.readPosition(siteId));
    // Whoever looks back does not follow: a blackout in the past is nothing to act on.
    return { ...walked, resyncRequired: false, end };
  }

  private async nothingHeld(siteId: string): Promise<Walked> {
    const end = await this.changes.readPosition(siteId);
    return { changes: [], hasMore: false, resyncRequired: true, end };
  }

  private connect({ siteId, after }: Walk, walked: Walked): PresenceChangeConnection {
    const nodes = walked.changes.map((change) => this.views.of(change));
    const edges = nodes.map((node) => ({ cursor: node.cursor, node }));
    return {
      edges,
      nodes,
      resyncRequired: walked.resyncRequired,
      pageInfo: {
        hasNextPage: walked.hasMore,
        hasPreviousPage: after !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: this.positions.write(siteId, walked.end),
      },
    };
  }
}

type NextPage = (from: Position | undefined) => Promise<SiteEvent[] | null>;

/** Reads until there are enough, or nothing more; null when where it begins is not held. */
async function collect({ first, after, visitorIds }: Walk, next: NextPage) {
  const changes: Change[] = [];
  let [end, resyncRequired] = [undefined as Position | undefined, false];
  for (;;) {
    const page = await next(end ?? after);
    if (!page) return null;
    for (const event of page) {
      const isWanted = event.kind !== 'RESYNC' && (visitorIds?.has(event.visitorId) ?? true);
      if (isWanted && changes.length === first) return { changes, hasMore: true, resyncRequired, end };
      if (isWanted) changes.push(event);
      // Whoever begins now has read nothing that could be out of date.
      if (event.kind === 'RESYNC' && after) resyncRequired = true;
      end = event.position;
    }
    if (page.length === 0) return { changes, hasMore: false, resyncRequired, end };
  }
}

function unavailable(error: unknown): never {
  if (error instanceof GraphQLError) throw error;
  throw apiError('PRESENCE_UNAVAILABLE', 'Changes cannot be read at the moment; try again.');
}
