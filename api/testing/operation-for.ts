import {
  getNamedType,
  isCompositeType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isInputObjectType,
  isEnumType,
  isListType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';

/** The shortest operation that asks for a root field, with made-up values for what it requires. */
export function operationFor(kind: string, field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${literalOf(type)}`);
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${kind} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection} }`;
}

function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${required.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
  }
  return (
    { Int: '1', Float: '1', Boolean: 'true', HttpUrl: '"https://a.test/"', Traits: '{}' }[type.name] ?? '"x"'
  );
}
