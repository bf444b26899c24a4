import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { ApiScope, Requires } from '../../access';
import { Visitor } from '../../visitors/visitor.entity';
import type { VisitorsService } from '../../visitors/visitors.service';
import { chosenSite } from '../chosen-site';
import type { ApiContext } from '../context';
import { VisitorsArgs } from '../inputs/visitors-args';
import { VisitorConnection } from '../types/connection';
import type { VisitorList } from '../visitor-list';
import { readSelection } from '../visitor-list-selection';

/** Looking visitors up, one by one or page by page. */
@Resolver(() => VisitorConnection)
export class VisitorResolver {
  constructor(
    private readonly visitorsService: VisitorsService,
    private readonly list: VisitorList,
  ) {}

  @Requires(ApiScope.VISITORS_READ)
  @Query(() => Visitor, {
    nullable: true,
    description: 'A visitor by id. Null when absent, foreign or malformed.',
  })
  async visitor(
    @Arg('id', () => ID, { description: 'Visitor.id.' }) id: string,
    @Ctx() { credential, reads }: ApiContext,
  ): Promise<Visitor | null> {
    const visitor = await this.visitorsService.findById(credential?.siteIds ?? [], id);
    if (visitor) reads.noteLook(visitor);
    return visitor;
  }

  @Requires(ApiScope.VISITORS_READ)
  @Query(() => Visitor, {
    nullable: true,
    description: "A visitor by the site's own id. Null when there is none.",
  })
  async visitorByExternalId(
    @Arg('externalId', () => String, { description: 'As given to identify.' }) externalId: string,
    @Arg('siteId', () => ID, { nullable: true, description: 'May be left out by a credential of one site.' })
    siteId: string | null,
    @Ctx() { credential, reads }: ApiContext,
  ): Promise<Visitor | null> {
    const site = chosenSite(credential, siteId);
    const visitor = site ? await this.visitorsService.findByExternalId(site, externalId) : null;
    if (visitor) reads.noteLook(visitor);
    return visitor;
  }

  @Requires(ApiScope.VISITORS_READ)
  @Query(() => VisitorConnection, {
    nullable: true,
    description:
      'Visitors of a site, page by page. first or last is required, 1 to 100; a page may hold fewer although more follow. Null for a foreign site.',
  })
  visitors(
    @Args(() => VisitorsArgs) args: VisitorsArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<VisitorConnection | null> {
    return this.list.page(args, context, readSelection(info));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many there are, up to 10000; 10001 means more.',
  })
  totalCount(@Root() connection: VisitorConnection): Promise<number | null> {
    return connection.totalCount();
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The site's position just before this page was read: pass it as after to the subscription and nothing in between is lost. Null when the presence store cannot be read.",
  })
  presenceCursor(@Root() connection: VisitorConnection): Promise<string | null> {
    return connection.presenceCursor();
  }
}
