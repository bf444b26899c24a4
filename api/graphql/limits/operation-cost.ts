import { getOperationAST, GraphQLError, Kind, visit, type DocumentNode, type GraphQLSchema } from 'graphql';
import { getComplexity } from 'graphql-query-complexity';
import { COST_ESTIMATORS } from './cost-estimators';

export interface PricedOperation {
  readonly schema: GraphQLSchema;
  /** Validated. */
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

interface PriceList {
  /** Variables that the cost depends on. */
  readonly deciding: ReadonlySet<string>;
  readonly prices: Map<string, number>;
}

const DECIDING_ARGUMENTS: ReadonlySet<string> = new Set(['first', 'last', 'ids', 'search', 'if']);
const MOST_PRICES = 100;
const priceLists = new WeakMap<DocumentNode, PriceList>();

/**
 * Points for an operation, at least 1: what the caller would be charged. 1 also when the document has none of that name, or when
 * its variables do not fit, for then nothing is executed. A document that comes again and again is gone through once for all variables that make no difference.
 */
export function operationCost(operation: PricedOperation): number {
  const { document, operationName, variables } = operation;
  if (!getOperationAST(document, operationName)) return 1;
  const { deciding, prices } = priceListOf(document);
  const given = [...deciding].map((name) => outline(variables?.[name]));
  const key = JSON.stringify([operationName, ...given]);
  const known = prices.get(key);
  if (known !== undefined) return known;
  try {
    const cost = priceOf(operation);
    if (prices.size < MOST_PRICES) prices.set(key, cost);
    return cost;
  } catch (error) {
    if (error instanceof GraphQLError) return 1;
    throw error;
  }
}

function priceOf({ schema, document, operationName, variables }: PricedOperation): number {
  const parts = COST_ESTIMATORS.map((estimator) =>
    getComplexity({
      schema,
      query: document,
      operationName: operationName ?? undefined,
      variables: variables ?? {},
      estimators: [estimator],
    }),
  );
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + part, 0),
  );
}

function priceListOf(document: DocumentNode): PriceList {
  let list = priceLists.get(document);
  if (!list) {
    list = { deciding: findDeciding(document), prices: new Map() };
    priceLists.set(document, list);
  }
  return list;
}

function findDeciding(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    [Kind.ARGUMENT]: ({ name, value }) => {
      if (value.kind === Kind.VARIABLE && DECIDING_ARGUMENTS.has(name.value)) names.add(value.name.value);
    },
  });
  return names;
}

// Of a list only the length counts, of a text only that there is one.
function outline(value: unknown): unknown {
  if (Array.isArray(value)) return `list of ${value.length}`;
  return typeof value === 'string' ? 'text' : value;
}
