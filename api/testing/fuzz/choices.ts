/**
 * Decisions of a generator, read from a list of numbers. Zero is always the plainest choice and what an exhausted list gives, so that
 * a shorter list or smaller numbers make a simpler input; fast-check can then shrink anything that is built from them.
 */
export class Choices {
  private place = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A whole number below `count`. */
  below(count: number): number {
    return (this.numbers[this.place++] ?? 0) % count;
  }

  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }

  /** Yes in so many of a hundred cases. */
  isOneOf100(cases: number): boolean {
    return this.below(100) >= 100 - cases;
  }
}
