/** The start cannot go on. The message is a sentence for whoever started us: what is in the way and what to do. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}
