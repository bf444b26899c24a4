import { Field, ID, InputType } from 'type-graphql';
import type { TraitValues } from '../../scalars/trait-values';
import { GraphQLTraits } from '../../scalars/traits';

@InputType({ description: 'What to change of a visitor; what is left out stays, null clears.' })
export class UpdateVisitorInput {
  @Field(() => ID, { description: 'Visitor.id.' })
  visitorId!: string;

  @Field(() => String, { nullable: true, description: 'Name to show, at most 300 characters.' })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address, at most 254 characters.' })
  email?: string | null;

  @Field(() => GraphQLTraits, { nullable: true, description: 'Replaces all traits.' })
  traits?: TraitValues | null;
}

@InputType({ description: 'Whom to erase.' })
export class ForgetVisitorInput {
  @Field(() => ID, { description: 'Visitor.id.' })
  visitorId!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      'Refuse the same externalId from now on. Without it, and for anonymous visitors, the person may come back as somebody new.',
  })
  suppressFuture?: boolean | null;
}
