import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLError,
  type ParseOptions,
  parse,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { apiError } from '../api-error';

/**
 * What is wrong with the root of a document's subscriptions; null when nothing is, or when it cannot be read. Nothing there may hang on @skip or @include,
 * as the specification says by now; the library's own rule fails over those whose condition is no plain value.
 */
export function subscriptionRootProblem(text: string, options: ParseOptions): GraphQLError | null {
  if (!/\bsubscription\b/.test(text)) return null;
  const document = tryToParse(text, options);
  if (!document) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const isConditional = document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === OperationTypeNode.SUBSCRIPTION &&
      hasCondition(definition.selectionSet, fragments, new Set()),
  );
  if (!isConditional) return null;
  return apiError(
    'GRAPHQL_VALIDATION_FAILED',
    'The root of a subscription may not have @skip or @include: leave the field out instead.',
  );
}

// Whoever reads it next says what is wrong with it.
function tryToParse(text: string, options: ParseOptions): DocumentNode | null {
  try {
    return parse(text, options);
  } catch {
    return null;
  }
}

function hasCondition(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen: Set<string>,
): boolean {
  return selections.some((selection) => {
    if (selection.directives?.some(({ name: { value } }) => value === 'skip' || value === 'include'))
      return true;
    if (selection.kind === Kind.INLINE_FRAGMENT) return hasCondition(selection.selectionSet, fragments, seen);
    if (selection.kind !== Kind.FRAGMENT_SPREAD || seen.has(selection.name.value)) return false;
    seen.add(selection.name.value);
    const fragment = fragments.get(selection.name.value);
    return fragment !== undefined && hasCondition(fragment.selectionSet, fragments, seen);
  });
}
