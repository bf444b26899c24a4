import { AsyncLocalStorage } from 'node:async_hooks';

/** What is found out about an operation while it is served; none of it is what the caller said, but for the name. */
export interface OperationNote {
  type: 'query' | 'mutation' | 'subscription' | 'none';
  /** As in the document; cut, because a caller chose it. Null for one without a name or that could not be read. */
  name: string | null;
  /** Begins the SHA-256 of the document: equal documents have equal ones. Null when there was none. */
  hash: string | null;
  credential: 'AGENT' | 'API_KEY' | 'NONE';
  /** `extensions.code` of each error, each once. */
  codes: Set<string>;
}

/** The note about the operation that is being served. */
export const operationNotes = new AsyncLocalStorage<OperationNote>();

export function emptyNote(): OperationNote {
  return { type: 'none', name: null, hash: null, credential: 'NONE', codes: new Set() };
}
