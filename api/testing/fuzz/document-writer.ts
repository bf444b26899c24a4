import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Tenant } from '../isolation/tenant';
import type { Choices } from './choices';
import { HOSTILE_TEXTS } from './hostile-values';
import { ValueWriter } from './value-writer';

export interface WrittenRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

type Kind = 'query' | 'mutation' | 'subscription';

const DEEPEST = 9;
const NOISE = [
  '{',
  '}',
  '(',
  ')',
  '"',
  '"""',
  '$',
  '@',
  '...',
  '\u0000',
  '#',
  '!',
  '\ud800',
  'fragment',
  ' on ',
  '[',
  '9'.repeat(400),
];
const MAYBE = '$maybe: Boolean = false';
const DIRECTIVES = [
  '@skip(if: $maybe)',
  '@include(if: true)',
  '@skip(if: false)',
  '@skip(if: $absent)',
  '@deprecated',
  '@no_such(x: 1)',
  '@skip(if: true) @skip(if: true)',
];

/** Writes a document for the schema, good or nearly good, and variables to go with it. */
export class DocumentWriter {
  private readonly values: ValueWriter;
  private readonly definitions: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private readonly fragments: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly choices: Choices,
    tenant: Tenant,
  ) {
    this.values = new ValueWriter(choices, tenant);
  }

  write(kinds: readonly Kind[]): WrittenRequest {
    const kind = this.choices.of(kinds);
    const name = kind[0]!.toUpperCase() + kind.slice(1);
    const root = this.schema.getType(name) as GraphQLCompositeType;
    const body = this.selection(root, 1);
    const definitions = this.definitions.length > 0 ? `(${this.definitions.join(', ')})` : '';
    const operation = `${kind} Fuzz${definitions} ${body}`;
    const second = this.choices.isOneOf100(4) ? 'query Other { viewer { kind } }' : '';
    const query = this.spoil([operation, ...this.fragments, second].join('\n'));
    const operationName = this.choices.isOneOf100(8)
      ? this.choices.of(['Fuzz', 'Other', 'Nobody', ''])
      : undefined;
    return { query, variables: this.variables, operationName };
  }

  private selection(type: GraphQLCompositeType, level: number): string {
    const possible = isObjectType(type) ? [type] : this.schema.getPossibleTypes(type);
    const shown = this.choices.of(possible);
    const fields = Object.values(shown.getFields());
    const count = 1 + this.choices.below(level === 1 ? 2 : 4);
    const parts = Array.from({ length: count }, () => this.part(this.choices.of(fields), shown, level));
    const text = parts.join(' ');
    return isObjectType(type) ? `{ ${text} }` : `{ __typename ... on ${shown.name} { ${text} } }`;
  }

  private part(field: GraphQLField<unknown, unknown>, on: GraphQLCompositeType, level: number): string {
    const manner = this.choices.below(200);
    if (manner === 199) return 'noSuchField';
    if (manner === 198) return '__schema { types { name fields { name } } }';
    if (manner > 190) return '__typename';
    const text = this.field(field, level);
    if (manner > 180) return this.fragment(text, on.name);
    if (manner > 172)
      return `${this.choices.of(['a', 'b', '__proto__', 'constructor', 'toString'])}: ${text}`;
    if (manner === 171) return Array.from({ length: 31 }, (_, i) => `a${i}: ${text}`).join(' ');
    return text;
  }

  private field(field: GraphQLField<unknown, unknown>, level: number): string {
    const directive = this.directive();
    const named = getNamedType(field.type);
    const inner = !isCompositeType(named)
      ? ''
      : level < DEEPEST || this.choices.isOneOf100(30)
        ? ` ${this.selection(named, level + 1)}`
        : ' { __typename }';
    return `${field.name}${this.args(field.args)}${directive}${inner}`;
  }

  private args(all: readonly GraphQLArgument[]): string {
    const wanted = all.filter((argument) => isRequiredArgument(argument) || this.choices.isOneOf100(40));
    const given = wanted.flatMap((argument) => {
      const value = this.values.valueFor(argument.type, argument.name);
      if (value === undefined) return [];
      const isVariable = !this.choices.isOneOf100(25);
      return [`${argument.name}: ${isVariable ? this.variable(argument, value) : literalOf(value)}`];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  // A default lets a variable stand where null is not allowed, until somebody gives it null.
  private variable({ name, type }: GraphQLArgument, value: unknown): string {
    const variable = `v${this.definitions.length}_${name}`;
    const hasDefault = this.choices.isOneOf100(6);
    const definition = hasDefault ? `${String(getNullableType(type))} = ${literalOf(value)}` : String(type);
    this.definitions.push(`$${variable}: ${definition}`);
    if (!hasDefault) this.variables[variable] = value;
    else if (this.choices.below(2) === 1) this.variables[variable] = null;
    return `$${variable}`;
  }

  private directive(): string {
    if (!this.choices.isOneOf100(2)) return '';
    const directive = this.choices.of(DIRECTIVES);
    if (!directive.includes('$maybe')) return ` ${directive}`;
    if (!this.definitions.includes(MAYBE)) this.definitions.push(MAYBE);
    this.variables['maybe'] = this.choices.of([true, null, 'x']);
    return ` ${directive}`;
  }

  private fragment(text: string, on: string): string {
    const name = `F${this.fragments.length}`;
    const target = this.choices.of([on, on, on, 'Query', 'Int', 'Nothing']);
    const loop = this.choices.isOneOf100(15) ? `...${name}` : '';
    this.fragments.push(`fragment ${name} on ${target} { ${text} ${loop} }`);
    return `...${name} ...${name}`;
  }

  private spoil(text: string): string {
    if (!this.choices.isOneOf100(10)) return text;
    const place = this.choices.below(text.length + 1);
    const length = this.choices.below(20);
    const noise = this.choices.of([...NOISE, ...HOSTILE_TEXTS]);
    return text.slice(0, place) + noise + text.slice(place + length);
  }
}

/** As the value stands in a document; nobody promises that it is a good one. */
function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${literalOf(inner)}`)
      .join(', ')} }`;
  }
  if (typeof value === 'string' && /^[A-Z_]+$/.test(value)) return value;
  return JSON.stringify(value) ?? 'null';
}
