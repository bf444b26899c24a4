import { Ctx, Query, Resolver } from 'type-graphql';
import { OpenTo } from '../access-rule';
import type { ApiContext } from '../context';
import { RateLimitType } from '../types/rate-limit';

/** What callers may still use. */
@Resolver()
export class RateLimitResolver {
  @OpenTo('CREDENTIAL')
  @Query(() => RateLimitType, {
    nullable: true,
    description: 'What you may still use, this operation already paid. Null, with an error, when anonymous.',
  })
  rateLimit(@Ctx() { charge }: ApiContext): RateLimitType | null {
    return charge && RateLimitType.of(charge);
  }
}
