/** The visitor, or the person they would become, was erased and may not come back. */
export class VisitorForgottenError extends Error {
  override readonly name = 'VisitorForgottenError';

  constructor() {
    super('the visitor was forgotten');
  }
}
