import {
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { apiError } from '../api-error';

const DEEPEST = 10;

/** Validation rule: no field deeper than {@link DEEPEST} levels, fragments counted where they are used. Introspection is exempt. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: (operation) => {
      const fragments = new Map<string, FragmentDefinitionNode>();
      for (const definition of context.getDocument().definitions) {
        if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
      }
      if (isTooDeep(operation.selectionSet, 1, fragments, new Set())) {
        context.reportError(
          apiError('QUERY_TOO_DEEP', `Fields may be nested at most ${DEEPEST} levels deep.`),
        );
      }
    },
  };
}

function isTooDeep(
  { selections }: SelectionSetNode,
  depth: number,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  open: ReadonlySet<string>,
): boolean {
  if (depth > DEEPEST) return true;
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith('__') || !selection.selectionSet) return false;
      return isTooDeep(selection.selectionSet, depth + 1, fragments, open);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return isTooDeep(selection.selectionSet, depth, fragments, open);
    const { value: name } = selection.name;
    const fragment = fragments.get(name);
    // A fragment that spreads itself is another rule's to report.
    if (!fragment || open.has(name)) return false;
    return isTooDeep(fragment.selectionSet, depth, fragments, new Set([...open, name]));
  });
}
