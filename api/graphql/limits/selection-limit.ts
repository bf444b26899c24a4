import {
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { apiError } from '../api-error';

const DEEPEST = 10;
const MOST_SELECTIONS = 1_000;
const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/** How deep a part of a document goes, and how many fields it asks for with every fragment written out. */
interface Size {
  readonly depth: number;
  readonly selections: number;
}

const NOTHING: Size = { depth: 0, selections: 0 };

/**
 * Validation rule: no field deeper than {@link DEEPEST} levels, introspection exempt, and no more than
 * {@link MOST_SELECTIONS} fields in an operation. Fragments count wherever they are used.
 */
export function selectionLimit(context: ValidationContext): ASTVisitor {
  const fragments = new FragmentSizes(context);
  return {
    OperationDefinition: ({ selectionSet }) => {
      const { depth, selections } = fragments.measure(selectionSet);
      if (depth > DEEPEST) {
        context.reportError(
          apiError('QUERY_TOO_DEEP', `Fields may be nested at most ${DEEPEST} levels deep.`),
        );
      }
      if (selections > MOST_SELECTIONS) {
        context.reportError(
          apiError('QUERY_TOO_COMPLEX', `An operation may ask for at most ${MOST_SELECTIONS} fields.`),
        );
      }
    },
  };
}

class FragmentSizes {
  // Each fragment is measured once: spread twice by each other, a hundred of them would take for ever.
  private readonly sizes = new Map<string, Size>();

  constructor(private readonly context: ValidationContext) {}

  measure({ selections }: SelectionSetNode): Size {
    return selections.map((selection) => this.measureOne(selection)).reduce(together, NOTHING);
  }

  private measureOne(selection: SelectionNode): Size {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.measure(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.measureFragment(selection.name.value);
    const inside = selection.selectionSet ? this.measure(selection.selectionSet) : NOTHING;
    const depth = INTROSPECTION.has(selection.name.value) ? 0 : inside.depth + 1;
    return { depth, selections: inside.selections + 1 };
  }

  private measureFragment(name: string): Size {
    const known = this.sizes.get(name);
    if (known) return known;
    const fragment: FragmentDefinitionNode | null | undefined = this.context.getFragment(name);
    if (!fragment) return NOTHING;
    // A fragment that spreads itself is another rule's to report; here it must only come to an end.
    this.sizes.set(name, NOTHING);
    const size = this.measure(fragment.selectionSet);
    this.sizes.set(name, size);
    return size;
  }
}

function together(a: Size, b: Size): Size {
  return { depth: Math.max(a.depth, b.depth), selections: a.selections + b.selections };
}
