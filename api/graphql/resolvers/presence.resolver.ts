import {
  Args,
  Ctx,
  FieldResolver,
  Query,
  Resolver,
  Root,
  Subscription,
  type ResolverData,
} from 'type-graphql';
import { ApiScope, Requires } from '../../access';
import { Visitor } from '../../visitors/visitor.entity';
import type { ChangeList } from '../change-list';
import type { ApiContext } from '../context';
import type { UpdateDraft } from '../hub/update-draft';
import { PresenceArgs } from '../inputs/presence-args';
import { PresenceChangesArgs } from '../inputs/presence-changes-args';
import type { PresenceFeed } from '../presence-feed';
import { PresenceChangeConnection } from '../types/presence-change-connection';
import { PresenceChange, PresenceUpdate } from '../types/presence-update';

const subscribe = ({ args, context }: ResolverData<ApiContext>) => context.feed.open(args, context);

/** Changes as they happen, and as they happened. */
@Resolver(() => PresenceChange)
export class PresenceResolver {
  constructor(
    private readonly feed: PresenceFeed,
    private readonly changes: ChangeList,
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
  ): Promise<PresenceUpdate> {
    return this.feed.toUpdate(draft);
  }

  @Requires(ApiScope.VISITORS_READ)
  @Query(() => PresenceChangeConnection, {
    nullable: true,
    description:
      'The polling twin of the subscription: same changes, same cursors, each change on its own. Null for a site that is not yours.',
  })
  presenceChanges(
    @Args(() => PresenceChangesArgs) args: PresenceChangesArgs,
    @Ctx() { credential, reads }: ApiContext,
  ): Promise<PresenceChangeConnection | null> {
    reads.noteChanges(args.visitorIds ?? []);
    return this.changes.page(args, credential);
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
