import { getNamedType, type GraphQLSchema } from 'graphql';

const ROOTS = {
  Query: 'What can be asked for.',
  Mutation: 'What can be changed; what the caller can mend is told in userErrors.',
  Subscription: 'What can be followed, over WebSocket.',
};

/** Describes what type-graphql takes no words for: the three roots, and the `input` of a mutation as its type is described. */
export function describeSchema(schema: GraphQLSchema): void {
  for (const [name, description] of Object.entries(ROOTS)) {
    const type = schema.getType(name);
    if (type) type.description = description;
  }
  for (const { args } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    for (const arg of args) arg.description ??= getNamedType(arg.type).description;
  }
}
