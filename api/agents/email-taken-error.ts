/** Another agent signs in with that e-mail address already. */
export class EmailTakenError extends Error {
  override readonly name = 'EmailTakenError';

  constructor() {
    super('Another agent has this e-mail address.');
  }
}
