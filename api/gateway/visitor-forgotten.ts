import { UserProblem } from '../user-problem';

/** The refusal after which a page has to stop calling, and to forget who its visitor was. */
export function visitorForgotten(): UserProblem {
  return UserProblem.of('VISITOR_FORGOTTEN', 'This visitor was erased and may not come back; stop calling.');
}
