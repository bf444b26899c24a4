import { Field, InputType } from 'type-graphql';
import { GraphQLDateTime } from '../../scalars/date-time';
import { TraitFilter } from './trait-filter';

@InputType({ description: 'Which visitors to list. All that is given has to hold.' })
export class VisitorFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those online, or only those offline. PRESENCE_UNAVAILABLE when that cannot be told.',
  })
  isOnline?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those with, or only those without, an external id.',
  })
  isIdentified?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those whose external id was proved by a signature, or only the others.',
  })
  isVerified?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether bots are listed too.' })
  includeBots?: boolean | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Last seen later than this. Compared as stored: for those online that may be a minute old.',
  })
  lastSeenAfter?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Last seen earlier than this, compared in the same way; also those never seen.',
  })
  lastSeenBefore?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Beginning of the address of currentPage, at most 2048 characters; so only of those online, of the 10000 latest arrivals. PRESENCE_UNAVAILABLE when that cannot be told. Needs VISITORS_PII_READ.',
  })
  currentUrlPrefix?: string | null;

  @Field(() => [TraitFilter], {
    nullable: true,
    description: 'Traits, at most 10. Needs VISITORS_PII_READ.',
  })
  traits?: TraitFilter[] | null;
}
