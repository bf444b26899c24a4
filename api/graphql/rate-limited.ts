import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** The refusal of somebody who has to wait; says for how long, over HTTP also as a header. */
export function rateLimited(waitMs: number): GraphQLError {
  const retryAfterSeconds = Math.ceil(waitMs / 1_000);
  const headers = new HeaderMap([['retry-after', String(retryAfterSeconds)]]);
  const seconds = retryAfterSeconds === 1 ? '1 second' : `${retryAfterSeconds} seconds`;
  return new GraphQLError(`Too many requests; try again in ${seconds}.`, {
    extensions: { code: 'RATE_LIMITED', retryAfterSeconds, http: { status: 429, headers } },
  });
}
