import { cleanText } from '../gateway/clean-text';
import { UserProblem } from '../user-problem';

const LONGEST_NAME = 300;

/** A name that has to be told, as it is stored. Throws UserProblem when nothing is left of it, and when it is too long. */
export function cleanName(told: string, field: string, isMissing: string): string {
  const name = cleanText(told);
  if (!name) throw UserProblem.of('REQUIRED', isMissing, field);
  const length = [...name].length;
  if (length > LONGEST_NAME) {
    throw UserProblem.of(
      'TOO_LONG',
      `${field} may have at most ${LONGEST_NAME} characters, got ${length}.`,
      field,
    );
  }
  return name;
}
