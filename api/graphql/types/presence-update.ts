import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ApiScope, Requires } from '../../access';
import { Node } from '../../node';
import { GraphQLDateTime } from '../../scalars/date-time';
import { PresenceChangeKind, PresenceChangeReason } from './enums';
import { PageType } from './page';

@ObjectType({ implements: Node, description: 'A numbered event of a site, as it was recorded.' })
export class PresenceChange implements Node {
  @Field(() => ID, { description: 'The same for everybody who is told of this change.' })
  id!: string;

  siteId!: string;

  @Field(() => String, { description: "The site's position just after this change." })
  cursor!: string;

  @Field(() => PresenceChangeKind, { description: 'What happened.' })
  kind!: PresenceChangeKind;

  @Field(() => ID, { description: 'Whom it happened to.' })
  visitorId!: string;

  @Field(() => Boolean, { description: 'As recorded then; visitor.isOnline is now.' })
  isOnline!: boolean;

  @Requires(ApiScope.VISITORS_PII_READ)
  @Field(() => PageType, {
    nullable: true,
    description: 'The page in front then. Null when offline or not shared.',
  })
  page!: PageType | null;

  @Field(() => PresenceChangeReason, { description: 'What made it happen.' })
  reason!: PresenceChangeReason;

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  occurredAt!: Date;
}

@ObjectType({ description: 'What changed on a site since the last update.' })
export class PresenceUpdate {
  @Field(() => String, { description: 'Keep it; pass it as after on return.' })
  cursor!: string;

  @Field(() => Boolean, {
    description:
      'True when changes went by that cannot be told one by one: read the visitors again, then go on from cursor.',
  })
  resyncRequired!: boolean;

  @Field(() => [PresenceChange], { description: 'At most one per visitor, the latest.' })
  changes!: PresenceChange[];

  @Field(() => Int, {
    nullable: true,
    description: 'Visitors online now, bots included. Null when the presence store cannot be read.',
  })
  onlineVisitorCount!: number | null;

  @Field(() => GraphQLDateTime, { description: 'When this update was made, by the clock that decides.' })
  serverTime!: Date;
}
