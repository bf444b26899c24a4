import { Args, Ctx, FieldResolver, Resolver, Root, Subscription, type ResolverData } from 'type-graphql';
import { ApiScope, Requires } from '../../access';
import { Visitor } from '../../visitors/visitor.entity';
import type { ApiContext } from '../context';
import { PresenceArgs } from '../inputs/presence-args';
import type { Loaders } from '../loaders';
import type { PresenceFeed } from '../presence-feed';
import type { UpdateDraft } from '../presence-updates';
import { PresenceChange, PresenceUpdate } from '../types/presence-update';

const subscribe = ({ args, context }: ResolverData<ApiContext>) =>
  context.feed.open(args, context.credential);

/** Changes as they happen. */
@Resolver(() => PresenceChange)
export class PresenceResolver {
  constructor(
    private readonly feed: PresenceFeed,
    private readonly freshLoaders: () => Loaders,
  ) {}

  @Requires(ApiScope.PRESENCE_SUBSCRIBE)
  @Subscription(() => PresenceUpdate, {
    subscribe: subscribe as never,
    description:
      'Changes of a site, or of up to 100 of its visitors. The first update comes at once: what was missed since after, or no changes; so a client knows that it is live.',
  })
  visitorPresenceChanged(
    @Root() draft: UpdateDraft,
    @Args(() => PresenceArgs) _args: PresenceArgs,
    @Ctx() context: ApiContext,
  ): Promise<PresenceUpdate> {
    context.loaders = this.freshLoaders();
    return this.feed.toUpdate(draft);
  }

  @Requires(ApiScope.VISITORS_READ)
  @FieldResolver(() => Visitor, {
    nullable: true,
    description: 'The visitor as they are now. Null when forgotten since.',
  })
  visitor(
    @Root() { siteId, visitorId }: PresenceChange,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Visitor | null> {
    return loaders.loadVisitor({ siteId, visitorId });
  }
}
