import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A trait that has to have exactly that value.' })
export class TraitFilter {
  @Field(() => String, { description: 'Name of the trait.' })
  key!: string;

  @Field(() => String, { description: 'Its value; numbers and booleans as JSON writes them.' })
  value!: string;
}
