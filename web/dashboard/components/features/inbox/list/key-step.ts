export interface KeyPlace {
  /** The row the keys are on; -1 when on none. */
  readonly index: number;
  readonly count: number;
  readonly perPage: number;
}

/** The row that a key goes to; null when it is no key of the list. May lie outside of it. */
export function keyStep(key: string, { index, count, perPage }: KeyPlace): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + perPage;
    case 'PageUp':
      return index - perPage;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
