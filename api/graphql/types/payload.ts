import { Field, ObjectType } from 'type-graphql';
import { UserError } from './user-error';

/** What every answer to a mutation has. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserError], { description: 'What the caller has to mend; empty when all went well.' })
  userErrors!: UserError[];
}
