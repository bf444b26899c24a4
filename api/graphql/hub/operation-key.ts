import { Kind, print, visit, type DocumentNode, type FieldNode } from 'graphql';

/** The field subscribers share, and its one argument that says where each begins, not what it is told from then on. */
const SHARED_FIELD = 'visitorPresenceChanged';
const WHERE_TO_BEGIN = 'after';

export interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
}

/** Equal for operations that are answered alike: the document as it is printed, and the variables that it uses. */
export function operationKey({ document, operationName, variables }: Operation): string {
  const told = visit(document, { [Kind.FIELD]: withoutBeginning });
  const used = new Set<string>();
  visit(told, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE]: ({ name }) => void used.add(name.value),
  });
  // Left out is not the same as null: the first takes the default.
  const given = [...used]
    .sort()
    .map((name) => (variables && name in variables ? [name, variables[name]] : name));
  return JSON.stringify([print(told), operationName ?? null, given]);
}

function withoutBeginning(field: FieldNode): FieldNode | undefined {
  if (field.name.value !== SHARED_FIELD) return undefined;
  return { ...field, arguments: field.arguments?.filter(({ name }) => name.value !== WHERE_TO_BEGIN) };
}
