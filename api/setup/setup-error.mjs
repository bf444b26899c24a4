/** Setup cannot go on; the message is all that is shown, and says what to do. */
export class SetupError extends Error {
  name = 'SetupError';
}
