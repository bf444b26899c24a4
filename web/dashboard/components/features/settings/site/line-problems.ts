import type { UserProblemFragment } from '../../../../../generated/settings/graphql';
import { entriesOf, type Entry } from './entries-of';

/** The lines of a field that the server refused, named by path such as "allowedOrigins"; in the order of the lines. */
export function lineProblems(
  problems: readonly UserProblemFragment[],
  name: string,
  text: string,
): readonly Entry[] {
  const entries = entriesOf(text);
  return problems.flatMap(({ field }) => {
    const [field_, index] = (field ?? []).filter((step) => step !== 'input');
    const entry = field_ === name && index !== undefined ? entries[Number(index)] : undefined;
    return entry ? [entry] : [];
  });
}
