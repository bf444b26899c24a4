import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { storableText } from './storable-text';
import type { TraitValues } from './trait-values';

const MAX_KEYS = 50;
const MAX_BYTES = 8 * 1024;
const POLLUTING_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

function refuse(reason: string): never {
  throw new GraphQLError(`Traits must be a flat JSON object: ${reason}.`);
}

function storableValue(key: string, value: unknown): TraitValues[string] {
  if (typeof value === 'string') return storableText(value);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return refuse(`"${key}" is not a string, a finite number, a boolean or null`);
}

function toTraits(value: unknown): TraitValues {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse('another kind of value came');
  const entries = Object.entries(value).map(([key, item]): [string, TraitValues[string]] => {
    const name = storableText(key);
    if (POLLUTING_KEYS.has(name)) refuse(`the name "${name}" is not allowed`);
    return [name, storableValue(name, item)];
  });
  if (entries.length > MAX_KEYS) refuse(`at most ${MAX_KEYS} names, ${entries.length} came`);
  const traits = Object.fromEntries(entries);
  const bytes = Buffer.byteLength(JSON.stringify(traits));
  if (bytes > MAX_BYTES) refuse(`at most ${MAX_BYTES} bytes, ${bytes} came`);
  return traits;
}

/** Reads a flat, bounded JSON object whose names cannot reach a prototype; what it returns can be stored as it is. */
export const GraphQLTraits = new GraphQLScalarType<TraitValues, unknown>({
  name: 'Traits',
  description:
    'Flat JSON object of at most 50 names and 8 KiB; values are strings, numbers, booleans or null.',
  serialize: (value) => value,
  parseValue: toTraits,
  parseLiteral: (node, variables) => toTraits(valueFromASTUntyped(node, variables)),
});
