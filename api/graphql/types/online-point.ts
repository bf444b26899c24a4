import { Field, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTime } from '../../scalars/date-time';

@ObjectType({ description: 'How many were online in one minute.' })
export class OnlinePoint {
  @Field(() => GraphQLDateTime, { description: 'Beginning of the minute.' })
  at!: Date;

  @Field(() => Int, { description: 'Visitors online in it.' })
  online!: number;
}
