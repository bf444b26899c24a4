/** The promise's own outcome, or a {@link DeadlineError} once so many ms have passed. What comes later is ignored. */
export function within<T>(ms: number, promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`${what} did not answer within ${ms} ms`)), ms);
  });
  // A rejection that comes after the deadline has no listener left.
  promise.catch(() => undefined);
  return Promise.race([promise, deadline]).finally(() => clearTimeout(timer));
}

/** Something took longer than anybody may be kept waiting. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}
