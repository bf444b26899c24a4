import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Which visitors to list.' })
export class VisitorFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those online, or only those offline. PRESENCE_UNAVAILABLE when that cannot be told.',
  })
  isOnline?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether bots are listed too.' })
  includeBots?: boolean | null;
}
