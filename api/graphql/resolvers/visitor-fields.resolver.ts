import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ApiScope, Requires } from '../../access';
import { GraphQLDateTime } from '../../scalars/date-time';
import { Site } from '../../sites/site.entity';
import { Visitor } from '../../visitors/visitor.entity';
import type { ApiContext } from '../context';
import { AtMost } from '../limits/at-most';
import { PageType } from '../types/page';
import { PresenceType } from '../types/presence';
import { SessionType } from '../types/session';
import { recentPages } from '../recent-pages';

const refOf = ({ id, siteId }: Visitor) => ({ siteId, visitorId: id });

/** What is known about a visitor beyond the stored row; every field joins the one read of its moment. */
@Resolver(() => Visitor)
export class VisitorFieldsResolver {
  @FieldResolver(() => Boolean, {
    description: 'At least one live session now. Never null, never an error; false when unknown.',
  })
  async isOnline(@Root() visitor: Visitor, @Ctx() { loaders }: ApiContext): Promise<boolean> {
    const { state } = await loaders.loadPresence(refOf(visitor));
    return state === 'ONLINE';
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the visitor was last there: while online, the last heartbeat as far as it can be read. What is stored never moves back. Null when never seen.',
  })
  async lastSeenAt(@Root() visitor: Visitor, @Ctx() { loaders }: ApiContext): Promise<Date | null> {
    const { sessions } = await loaders.loadPresence(refOf(visitor), 'sessions');
    const beats = (sessions ?? []).map(({ lastHeartbeatAtMs }) => lastHeartbeatAtMs);
    const latestMs = Math.max(visitor.lastSeenAt?.getTime() ?? 0, ...beats);
    return latestMs === 0 ? null : new Date(latestMs);
  }

  @Requires(ApiScope.VISITORS_READ)
  @FieldResolver(() => PresenceType, { description: 'The same as isOnline, and how sure it is.' })
  async presence(@Root() visitor: Visitor, @Ctx() { loaders }: ApiContext): Promise<PresenceType> {
    return PresenceType.of(await loaders.loadPresence(refOf(visitor), 'sessions'));
  }

  @Requires(ApiScope.VISITORS_PII_READ)
  @FieldResolver(() => PageType, {
    nullable: true,
    description: 'The page of the tab that was visible most recently. Null when offline or not shared.',
  })
  async currentPage(@Root() visitor: Visitor, @Ctx() { loaders }: ApiContext): Promise<PageType | null> {
    const { sessions } = await loaders.loadPresence(refOf(visitor), 'sessions');
    return PageType.of(sessions?.[0]?.page ?? null);
  }

  @Requires(ApiScope.VISITORS_PII_READ)
  @AtMost(20)
  @FieldResolver(() => [SessionType], {
    description: 'Live sessions, most recently visible first; at most 20.',
  })
  async sessions(@Root() visitor: Visitor, @Ctx() { loaders }: ApiContext): Promise<SessionType[]> {
    const { sessions } = await loaders.loadPresence(refOf(visitor), 'sessions');
    return (sessions ?? []).map((session) => SessionType.of(session));
  }

  @Requires(ApiScope.VISITORS_PII_READ)
  @FieldResolver(() => [PageType], {
    nullable: true,
    description:
      'Pages of this visit, or of the last one when offline; newest first, at most 20. Null when they cannot be read.',
  })
  async recentPages(
    @Root() visitor: Visitor,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, 1 to 20.' })
    first: number | null,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PageType[] | null> {
    return recentPages(visitor, await loaders.loadPresence(refOf(visitor), 'pages'), first);
  }

  @Requires(ApiScope.VISITORS_READ)
  @FieldResolver(() => Site, { description: 'The site they were seen on.' })
  async site(@Root() visitor: Visitor, @Ctx() { loaders }: ApiContext): Promise<Site | null> {
    return loaders.loadSite(visitor.siteId);
  }
}
