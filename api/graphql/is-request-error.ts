import { GraphQLError, Kind } from 'graphql';

/**
 * Whether the library says that the values of a request do not fit, which it does without a code: before anything was executed, or of an
 * argument. False for everything else, results that do not fit included: those are bugs of ours.
 */
export function isRequestError(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  const cause = error.originalError ?? error;
  if (!(cause instanceof GraphQLError) || cause.originalError || cause.extensions['code'] !== undefined)
    return false;
  const kind = cause.nodes?.[0]?.kind;
  return error.path === undefined || (kind !== undefined && kind !== Kind.FIELD);
}
