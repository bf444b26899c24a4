import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** The refusal of somebody who has to wait; says for how long, also as a header. */
export function rateLimited(waitMs: number): GraphQLError {
  const seconds = Math.ceil(waitMs / 1_000);
  const headers = new HeaderMap([['retry-after', String(seconds)]]);
  return new GraphQLError(`Too many tries; wait ${seconds} seconds.`, {
    extensions: { code: 'RATE_LIMITED', http: { status: 429, headers } },
  });
}
