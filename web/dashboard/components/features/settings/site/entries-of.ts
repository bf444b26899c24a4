export interface Entry {
  /** As an editor counts: the first line is 1. */
  readonly line: number;
  readonly text: string;
}

/** What stands in a field of one entry a line; empty lines are none. */
export function entriesOf(text: string): readonly Entry[] {
  return text
    .split('\n')
    .map((line, i) => ({ line: i + 1, text: line.trim() }))
    .filter((entry) => entry.text !== '');
}
