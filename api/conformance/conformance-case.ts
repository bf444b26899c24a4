import type { Target } from './target';

/** Something that holds for every deployment, whatever is in its stores. */
export interface ConformanceCase {
  readonly title: string;
  /** Rejects, saying what was expected and what came, when it does not hold. */
  readonly run: (target: Target) => Promise<unknown>;
}
