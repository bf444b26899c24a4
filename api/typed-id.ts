import { typeid } from 'typeid-js';

export type IdKind = 'visitor' | 'site' | 'agent' | 'key' | 'change';

const KINDS: ReadonlySet<string> = new Set<IdKind>(['visitor', 'site', 'agent', 'key', 'change']);

// 128 bits in 26 base-32 digits leave three bits for the first one, so it never passes 7.
const TYPED_ID = /^([a-z]+)_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** A new id, unique without asking anybody; ids made later by one process sort later. */
export function newId(kind: IdKind): string {
  return typeid(kind).toString();
}

/** The kind an id names, or null when the text is not one of our ids, letter case included. */
export function kindOf(text: string): IdKind | null {
  const prefix = TYPED_ID.exec(text)?.[1];
  return prefix !== undefined && KINDS.has(prefix) ? (prefix as IdKind) : null;
}

/** True only for a well-formed id of that kind. Says nothing about whether the thing exists. */
export function isId(kind: IdKind, text: string): boolean {
  return kindOf(text) === kind;
}
