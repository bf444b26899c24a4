import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { ARGUMENT_TABLE, NEEDED_BESIDES } from './argument-table';
import { broadSelections } from './broad-selections';
import type { Tenant } from './tenant';

export interface BuiltOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** To the tested field in the answer's data. */
  readonly path: readonly string[];
}

interface Place {
  readonly typeName: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** From the field's argument inwards; left out when no argument is given a value of another site. */
  readonly path?: readonly string[];
  readonly coordinate?: string;
}

interface Tenants {
  readonly ours: Tenant;
  readonly theirs: Tenant;
}

const LEVELS = 3;

/** Writes operations that ask for a field, with our own values for everything but the one argument in question. */
export class OperationBuilder {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tenants: Tenants,
  ) {}

  build(place: Place, value?: unknown): BuiltOperation[] {
    const { typeName, field } = place;
    const needed = {
      ...NEEDED_BESIDES[`${typeName}.${field.name}`]?.(this.tenants.theirs),
      ...NEEDED_BESIDES[place.coordinate ?? '']?.(this.tenants.theirs),
    };
    const variables = Object.fromEntries(
      field.args.flatMap(({ name, type, ...argument }) => {
        const isTested = place.path?.[0] === name;
        if (!isTested && !(name in needed) && !isRequiredArgument({ name, type, ...argument })) return [];
        const given = isTested
          ? this.withValue(type, place.path ?? [], value, needed)
          : name in needed
            ? needed[name]
            : this.own(type, name, needed);
        return [[name, given]];
      }),
    ) as Record<string, unknown>;
    const { outer, path } = this.wayTo(typeName);
    return broadSelections(this.schema, field.type, LEVELS).map((selection) => {
      const definitions = field.args
        .filter(({ name }) => name in variables)
        .map(({ name, type }) => `$${name}: ${String(type)}`);
      const given = Object.keys(variables).map((name) => `${name}: $${name}`);
      const inner = `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${selection}`;
      const head = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
      return {
        query: `${kindOf(this.schema, typeName)} ${head} ${outer.replace('…', inner)}`,
        variables,
        path: [...path, field.name],
      };
    });
  }

  // The first input object on the way takes the value, everything else that it requires is ours.
  private withValue(
    type: GraphQLInputType,
    [name = '', ...rest]: readonly string[],
    value: unknown,
    needed: Record<string, unknown>,
  ): unknown {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      return rest.length === 0 && Array.isArray(value)
        ? value
        : [this.withValue(nullable.ofType, [name, ...rest], value, needed)];
    }
    if (rest.length === 0 || !isInputObjectType(nullable)) return value;
    const field = nullable.getFields()[rest[0]!]!;
    return {
      ...(this.own(type, name, needed) as object),
      [field.name]: this.withValue(field.type, rest, value, needed),
    };
  }

  private own(type: GraphQLInputType, name: string, needed: Record<string, unknown>): unknown {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return [this.own(nullable.ofType, name, needed)];
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields());
      return Object.fromEntries(
        fields
          .filter((field) => isRequiredInputField(field) || field.name in needed)
          .map((field) => [
            field.name,
            field.name in needed ? needed[field.name] : this.own(field.type, field.name, needed),
          ]),
      );
    }
    const entry = ARGUMENT_TABLE[name];
    if (entry && 'refersTo' in entry) return entry.own(this.tenants.ours);
    return entry?.plain ?? (isEnumType(nullable) ? nullable.getValues()[0]!.name : 'x');
  }

  /** How a query gets to an object of the type: the shortest way through fields that require nothing. */
  private wayTo(typeName: string): { outer: string; path: string[] } {
    const roots = [
      this.schema.getQueryType(),
      this.schema.getMutationType(),
      this.schema.getSubscriptionType(),
    ];
    if (roots.some((root) => root?.name === typeName)) return { outer: '{ … }', path: [] };
    const ways: { type: string; outer: string; path: string[] }[] = [
      { type: 'Query', outer: '{ … }', path: [] },
    ];
    for (const way of ways) {
      if (way.type === typeName) return way;
      const type = this.schema.getType(way.type);
      if (!isObjectType(type) || way.path.length > 3) continue;
      for (const field of Object.values(type.getFields())) {
        const needed = NEEDED_BESIDES[`${way.type}.${field.name}`]?.(this.tenants.theirs) ?? {};
        const given = Object.entries(needed).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
        const inner = getNamedType(field.type);
        if (!isObjectType(inner) || field.args.some(isRequiredArgument)) continue;
        const call = `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} { … }`;
        ways.push({ type: inner.name, outer: way.outer.replace('…', call), path: [...way.path, field.name] });
      }
    }
    throw new Error(`No query gets to an object of the type ${typeName}`);
  }
}

function kindOf(schema: GraphQLSchema, typeName: string): string {
  if (schema.getMutationType()?.name === typeName) return 'mutation';
  return schema.getSubscriptionType()?.name === typeName ? 'subscription' : 'query';
}
