import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ApiScope, Requires } from '../../access';
import type { OnlineHistory } from '../../realtime-session/online-history';
import type { RealtimeSessionService } from '../../realtime-session/realtime-session.service';
import { Site } from '../../sites/site.entity';
import type { SitesService } from '../../sites/sites.service';
import { OpenTo } from '../access-rule';
import { chosenSite } from '../chosen-site';
import { readOnlineHistory } from '../read-online-history';
import { OnlinePoint } from '../types/online-point';
import type { ApiContext } from '../context';

/** A site, and how many are there. */
@Resolver(() => Site)
export class SiteResolver {
  constructor(
    private readonly sites: SitesService,
    private readonly sessions: RealtimeSessionService,
    private readonly history: OnlineHistory,
  ) {}

  @OpenTo('CREDENTIAL')
  @Query(() => Site, {
    nullable: true,
    description: 'One of your sites. Null when absent, foreign or malformed.',
  })
  async site(
    @Arg('id', () => ID, { nullable: true, description: 'May be left out by a credential of one site.' })
    id: string | null,
    @Ctx() { credential }: ApiContext,
  ): Promise<Site | null> {
    const siteId = chosenSite(credential, id);
    return siteId ? this.sites.findById(siteId) : null;
  }

  @Requires(ApiScope.VISITORS_READ)
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Visitors online now, bots included. Null when the presence store cannot be read.',
  })
  async onlineVisitorCount(@Root() site: Site): Promise<number | null> {
    const position = await this.sessions.getPosition(site.id);
    return position?.count ?? null;
  }

  @Requires(ApiScope.VISITORS_READ)
  @FieldResolver(() => [OnlinePoint], {
    description:
      'One point a minute, oldest first; a missing minute is left out, not zero. Empty when it cannot be read.',
  })
  async onlineHistory(
    @Root() site: Site,
    @Arg('minutes', () => Int, { nullable: true, defaultValue: 60, description: 'How far back, 1 to 1440.' })
    minutes: number | null,
  ): Promise<OnlinePoint[]> {
    return readOnlineHistory(this.history, site.id, minutes, this.sessions.nowMs());
  }
}
