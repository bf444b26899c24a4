import { RateLimitedError } from '../rate-limited-error';
import { UserProblem } from '../user-problem';
import { rateLimited } from './rate-limited';
import { UserErrorCode } from './types/enums';
import type { UserError } from './types/user-error';

type Answer<T> = T & { userErrors: UserError[] };

/** The answer of an act; or, when the caller has something to mend, `refused` with what it is. Other errors rise. */
export async function withUserErrors<T extends object, R extends object = object>(
  act: () => Promise<T>,
  refused?: () => R,
): Promise<Answer<T | R>> {
  try {
    return { ...(await act()), userErrors: [] };
  } catch (error) {
    if (error instanceof RateLimitedError) throw rateLimited(error.waitMs);
    if (!(error instanceof UserProblem)) throw error;
    const userErrors = error.problems.map(({ code, message, field }) => ({
      code: UserErrorCode[code],
      message,
      field,
    }));
    return { ...(refused?.() as R), userErrors };
  }
}
