import { getNamedType, getNullableType, isCompositeType, isListType } from 'graphql';
import type { ComplexityEstimator, ComplexityEstimatorArgs } from 'graphql-query-complexity';

/** A list of which the schema does not say how long it may be counts as so many. */
const LENGTH_OF_OTHERS = 10;
/** No list may be asked for more; whoever does is told so by the field itself. */
const LONGEST = 100;
const EXTRA = 10;
/** What only wraps or explains the things asked for. */
const WRAPPERS = /^(PageInfo|UserError|__.*)$|(Connection|Payload)$/;

/** One point for each object that can be returned. */
const objects: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const named = getNamedType(field.type);
  if (!isCompositeType(named)) return 0;
  if (field.name.startsWith('__')) return 1;
  const own = WRAPPERS.test(named.name) ? 0 : 1;
  // The nodes of a connection are as many as it was asked for.
  const isCounted = named.name.endsWith('Connection') || isListType(getNullableType(field.type));
  return (isCounted ? lengthOf(field, args) : 1) * (own + childComplexity);
};

/** What costs more than its objects tell: counting, searching, writing. */
const extras: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  const isWriting = type.name === 'Mutation' && !field.name.startsWith('__');
  const isExtra = field.name === 'totalCount' || isWriting || args['search'] != null;
  return childComplexity + (isExtra ? EXTRA : 0);
};

function lengthOf({ extensions, name }: ComplexityEstimatorArgs['field'], args: Record<string, unknown>) {
  if (name === 'edges' || name === 'nodes') {
    const { ids } = args;
    return Array.isArray(ids) ? Math.min(ids.length, LONGEST) : 1;
  }
  const asked = args['first'] ?? args['last'] ?? extensions['atMost'] ?? LENGTH_OF_OTHERS;
  return Math.min(Math.max(Number(asked), 0), LONGEST);
}

/** Their sum is what an operation costs: the second is not multiplied by the length of lists. */
export const COST_ESTIMATORS: readonly ComplexityEstimator[] = [objects, extras];
