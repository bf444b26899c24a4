/** The visitor whose panel is open. "gone" was answered by the server; "unreachable" means it could not be asked. */
export interface OpenVisitor {
  readonly id: string;
  readonly status: 'loading' | 'shown' | 'gone' | 'unreachable';
}
