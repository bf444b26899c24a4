import { ArgsType, Field, ID } from 'type-graphql';

@ArgsType()
export class PresenceArgs {
  @Field(() => ID, { nullable: true, description: 'May be left out by a credential of one site.' })
  siteId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these visitors, at most 100. Left out: all of the site.',
  })
  visitorIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last update or page: what was missed since comes first.',
  })
  after?: string | null;
}
