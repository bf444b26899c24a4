import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';
import { ARGUMENT_TABLE } from '../isolation/argument-table';
import type { Tenant } from '../isolation/tenant';
import type { Choices } from './choices';
import {
  HOSTILE_DATES,
  HOSTILE_NUMBERS,
  HOSTILE_OBJECTS,
  HOSTILE_TEXTS,
  HOSTILE_URLS,
} from './hostile-values';

const OF_SCALAR: Readonly<Record<string, readonly unknown[]>> = {
  Int: HOSTILE_NUMBERS,
  Float: HOSTILE_NUMBERS,
  Boolean: [true, false],
  HttpUrl: HOSTILE_URLS,
  DateTime: HOSTILE_DATES,
  Traits: HOSTILE_OBJECTS,
};
const OF_WRONG_TYPE: readonly unknown[] = [null, 7, 'text', true, [], {}, [null], [[['x']]], { a: 1 }, 1.5];
const LONG_LIST = 101;

/** Makes up values for arguments: mostly good ones of the tenant, sometimes strange ones, sometimes of another type. */
export class ValueWriter {
  constructor(
    private readonly choices: Choices,
    private readonly tenant: Tenant,
  ) {}

  /** Undefined when the argument is to be left out. */
  valueFor(type: GraphQLInputType, name: string): unknown {
    const manner = this.choices.below(40);
    if (manner === 39) return undefined;
    if (manner === 38) return this.choices.of(OF_WRONG_TYPE);
    const nullable = getNullableType(type);
    if (isListType(nullable)) return this.listOf(nullable.ofType, name);
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter(
        (field) => isNonNullType(field.type) || this.choices.isOneOf100(35),
      );
      const entries = fields.map((field) => [field.name, this.valueFor(field.type, field.name)] as const);
      const given = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
      return manner === 37 ? { ...given, [this.choices.of(HOSTILE_TEXTS)]: 1 } : given;
    }
    if (isEnumType(nullable)) {
      const names = nullable.getValues().map((value) => value.name);
      return manner > 36 ? 'NO_SUCH_VALUE' : this.choices.of(names);
    }
    if (manner > 28) return this.choices.of(OF_SCALAR[nullable.name] ?? HOSTILE_TEXTS);
    return this.good(name);
  }

  private good(name: string): unknown {
    const entry = ARGUMENT_TABLE[name];
    if (!entry) return 'x';
    if ('plain' in entry) return entry.plain;
    // An admin who removed themselves could do nothing more.
    if (entry.refersTo === 'ID' && name !== 'agentId')
      return this.choices.of([entry.own(this.tenant), ...this.tenant.ids]);
    if (entry.refersTo === 'CURSOR') return this.choices.of(this.tenant.cursors);
    return entry.own(this.tenant);
  }

  private listOf(type: GraphQLInputType, name: string): unknown[] {
    const length = this.choices.of([1, 1, 2, 0, 3, LONG_LIST]);
    const some = Array.from({ length: Math.min(length, 3) }, () => this.valueFor(type, name) ?? null);
    return length === LONG_LIST ? Array.from({ length }, (_, i) => some[i % 3]) : some;
  }
}
