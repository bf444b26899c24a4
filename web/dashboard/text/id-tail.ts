const TAIL = 4;

/** The end of an id, in capitals: enough to tell one nameless visitor from the next. */
export function idTail(id: string): string {
  return id.slice(-TAIL).toUpperCase();
}
