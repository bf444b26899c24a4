import {
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import { ARGUMENT_TABLE, type ReferenceKind } from './argument-table';

export interface ReferencePlace {
  /** As the GraphQL specification writes it: `Query.node(id:)`, `HeartbeatInput.tabId`. */
  readonly coordinate: string;
  /** The type and field that the argument belongs to. */
  readonly typeName: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** From the field's argument inwards. */
  readonly path: readonly string[];
  readonly kind: ReferenceKind;
  /** Whether the field cannot be asked for without it. */
  readonly isRequired: boolean;
}

interface ArgumentPlace extends Omit<ReferencePlace, 'kind'> {
  readonly name: string;
}

/** Every place of the schema where a value of another site could be put. */
export function referencesIn(schema: GraphQLSchema): ReferencePlace[] {
  return argumentsIn(schema).flatMap(({ name, ...place }) => {
    const entry = ARGUMENT_TABLE[place.coordinate] ?? ARGUMENT_TABLE[name];
    return entry && 'refersTo' in entry ? [{ ...place, kind: entry.refersTo }] : [];
  });
}

/** A sentence for every argument that the table knows nothing about. */
export function unknownArguments(schema: GraphQLSchema): string[] {
  const unknown = argumentsIn(schema).filter(({ name }) => !(name in ARGUMENT_TABLE));
  return unknown.map(
    ({ coordinate, name }) =>
      `${coordinate} may name something of another site, or not: add ${name} to ARGUMENT_TABLE in api/testing/isolation, as a reference or as plain.`,
  );
}

function argumentsIn(schema: GraphQLSchema): ArgumentPlace[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.flatMap((argument) => placesIn(type.name, field, argument)),
      ),
    );
}

function placesIn(
  typeName: string,
  field: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
): ArgumentPlace[] {
  const coordinate = `${typeName}.${field.name}(${argument.name}:)`;
  return leavesOf(argument, [argument.name], coordinate, true).map((leaf) => ({ typeName, field, ...leaf }));
}

function leavesOf(
  argument: GraphQLArgument | GraphQLInputField,
  path: readonly string[],
  coordinate: string,
  isInRequired: boolean,
): Leaf[] {
  const named = getNamedType(argument.type);
  const isRequired = isInRequired && isNonNullType(argument.type) && argument.defaultValue === undefined;
  if (!isInputObjectType(named)) return [{ name: path.at(-1)!, path, coordinate, isRequired }];
  return Object.values(named.getFields()).flatMap((field) =>
    leavesOf(field, [...path, field.name], `${named.name}.${field.name}`, isRequired),
  );
}

type Leaf = Pick<ArgumentPlace, 'name' | 'path' | 'coordinate' | 'isRequired'>;
