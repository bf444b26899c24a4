import { Field, Int, ObjectType } from 'type-graphql';
import type { Charge } from '../limits/operation-charges';

@ObjectType('RateLimit', { description: 'What the credential may still use, in points.' })
export class RateLimitType {
  @Field(() => Int, { description: 'What a full bucket holds.' })
  limit!: number;

  @Field(() => Int, { description: 'What is left, this operation already paid.' })
  remaining!: number;

  @Field(() => Int, { description: 'What comes back each second.' })
  restorePerSecond!: number;

  @Field(() => Int, { description: 'What this operation cost.' })
  cost!: number;

  static of({ limit, remaining, restorePerSecond, cost }: Charge): RateLimitType {
    return Object.assign(new RateLimitType(), { limit, remaining, restorePerSecond, cost });
  }
}
