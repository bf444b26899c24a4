/** Somebody has used up what they may use, and has to wait. */
export class RateLimitedError extends Error {
  override readonly name = 'RateLimitedError';

  constructor(readonly waitMs: number) {
    super(`Nothing is left for another ${waitMs} ms`);
  }
}
