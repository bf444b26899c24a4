/** The visitor whose panel is open. "gone" was answered by the server; "unreachable" means it could not be asked. */
export interface OpenVisitor {
  readonly id: string;
  /** Whose visitor it is, once the server has said so. */
  readonly siteId?: string;
  readonly status: 'loading' | 'shown' | 'gone' | 'unreachable';
}
