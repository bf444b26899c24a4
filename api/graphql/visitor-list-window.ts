import type { GraphQLError } from 'graphql';
import { apiError } from './api-error';
import type { VisitorsArgs } from './inputs/visitors-args';

const MOST_PER_PAGE = 100;

/** Which stretch of the list is asked for. */
export interface ListWindow {
  readonly size: number;
  readonly direction: 'forward' | 'backward';
  readonly cursor: string | null;
}

/** Throws BAD_USER_INPUT when first, after, last and before do not name one stretch. */
export function readWindow({ first, last, after, before }: VisitorsArgs): ListWindow {
  const isForward = first !== undefined && first !== null;
  const size = isForward ? first : last;
  if (size === undefined || size === null || (isForward && last !== undefined && last !== null)) {
    throw wrongWindow('Give either first or last');
  }
  if (size < 1 || size > MOST_PER_PAGE) throw wrongWindow(`Got ${size}; give first or last`);
  if (isForward ? before : after)
    throw wrongWindow('Use after with first, before with last; give one of them');
  return {
    size,
    direction: isForward ? 'forward' : 'backward',
    cursor: (isForward ? after : before) ?? null,
  };
}

function wrongWindow(message: string): GraphQLError {
  return apiError('BAD_USER_INPUT', `${message}, from 1 to ${MOST_PER_PAGE}.`);
}
