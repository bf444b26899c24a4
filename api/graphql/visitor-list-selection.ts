import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import type { ReadDepth } from '../realtime-session/presence';

const READS_SESSIONS = ['lastSeenAt', 'presence', 'currentPage', 'sessions'];
const SHOWS_ROWS = ['edges', 'nodes', 'pageInfo'];

/** What an operation wants of the list. Named by fields alone, so it may be more than it will use, never less. */
export interface ListSelection {
  /** How much of the visitors' presence. */
  readonly depth: ReadDepth;
  readonly hasRows: boolean;
  readonly hasCursor: boolean;
}

export function readSelection({ fieldNodes, fragments }: GraphQLResolveInfo): ListSelection {
  const names = new Set<string>();
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      collect(
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments[selection.name.value]?.selectionSet
          : selection.selectionSet,
      );
    }
  };
  for (const { selectionSet } of fieldNodes) collect(selectionSet);
  const hasAny = (wanted: readonly string[]) => wanted.some((name) => names.has(name));
  return {
    depth: names.has('recentPages') ? 'pages' : hasAny(READS_SESSIONS) ? 'sessions' : 'state',
    hasRows: hasAny(SHOWS_ROWS),
    hasCursor: names.has('presenceCursor'),
  };
}
