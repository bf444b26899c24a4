import type { Visit } from './use-visit';

type Traits = NonNullable<Visit['traits']>;

export interface TraitLine {
  /** Tells the lines of a form apart. */
  readonly id: number;
  readonly key: string;
  readonly value: string;
}

let lines = 0;

/** Traits as lines of text to edit, and back. */
export const traitLines = {
  empty: (): TraitLine => ({ id: ++lines, key: '', value: '' }),

  read(traits: Traits): TraitLine[] {
    return Object.entries(traits).map(([key, value]) => ({ id: ++lines, key, value: String(value ?? '') }));
  },

  /** Whether every value has a name, and every name one value: else something would be lost unsaid. */
  areClear(edited: readonly TraitLine[]): boolean {
    const named = edited.filter(({ key }) => key.trim() !== '');
    const hasNameless = edited.some(({ key, value }) => key.trim() === '' && value.trim() !== '');
    return !hasNameless && new Set(named.map(({ key }) => key.trim())).size === named.length;
  },

  /** A value that was not touched keeps its kind; a number or truth value that was changed to another stays one. */
  write(edited: readonly TraitLine[], before: Traits): Traits {
    const named = edited.map(({ key, value }) => [key.trim(), value.trim()] as const);
    return Object.fromEntries(
      named.filter(([key]) => key !== '').map(([key, text]) => [key, ofItsKind(text, before[key])]),
    );
  },
};

function ofItsKind(text: string, before: Traits[string] | undefined): Traits[string] {
  if (before === null && text === '') return null;
  if (typeof before === 'number' && text !== '' && Number.isFinite(Number(text))) return Number(text);
  if (typeof before === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
