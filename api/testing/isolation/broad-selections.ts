import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/**
 * Selections of everything down to so many levels: one, or for an interface one for each of its types; an empty text for what has no
 * fields.
 */
export function broadSelections(schema: GraphQLSchema, type: GraphQLOutputType, levels: number): string[] {
  const named = getNamedType(type);
  if (isObjectType(named)) return [`{ ${fieldsOf(named, levels)} }`];
  if (!isAbstractType(named)) return [''];
  // Each on its own: types of an interface have fields of one name that cannot stand side by side.
  return schema
    .getPossibleTypes(named)
    .map((kind) => `{ ... on ${kind.name} { ${fieldsOf(kind, levels)} } }`);
}

function fieldsOf(type: GraphQLObjectType, levels: number): string {
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  const selected = fields.flatMap(({ name, type: inner }) => {
    const named = getNamedType(inner);
    if (!isCompositeType(named)) return [name];
    return levels > 1 && isObjectType(named) ? [`${name} { ${fieldsOf(named, levels - 1)} }`] : [];
  });
  return ['__typename', ...selected].join(' ');
}
