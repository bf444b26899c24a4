import type { GraphQLError } from 'graphql';
import { apiError } from './api-error';

/** The error of a list that is picked by a presence nobody can tell. */
export function presenceUnreadable(): GraphQLError {
  return apiError(
    'PRESENCE_UNAVAILABLE',
    'Who is online cannot be read at the moment; leave filter.isOnline and filter.currentUrlPrefix out.',
  );
}
