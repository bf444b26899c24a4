import type { UserErrorCode, UserProblemFragment } from '../../../../generated/settings/graphql';
import type { MessageId } from '../../../language/catalogue';

/** Words for what may be wrong with a field, by code. */
export type FieldWords = Partial<Record<UserErrorCode, MessageId>>;

/** Words for the first problem of a field of the input, named by its path such as "name"; null when it has none. */
export function fieldProblem(
  problems: readonly UserProblemFragment[],
  name: string,
  words: FieldWords,
): MessageId | null {
  const found = problems.find(({ field }) => nameOf(field) === name);
  return found ? (words[found.code] ?? 'settings.problem.other') : null;
}

function nameOf(field: readonly string[] | null | undefined): string {
  return (field ?? []).filter((step) => step !== 'input')[0] ?? '';
}
