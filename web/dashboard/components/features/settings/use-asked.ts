import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';

export interface Asked<Value> {
  /** What was read last; undefined before the first answer. */
  readonly value: Value | undefined;
  readonly hasFailed: boolean;
  readonly again: () => void;
}

export interface AskingOptions {
  /** Milliseconds between two reads while the page is visible; left out: it is read once. */
  readonly everyMs?: number;
}

/** Something read from the server when a section opens, and kept right by the answers to the mutations made in it. */
export function useAsked<Data, Variables extends OperationVariables, Value>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  valueOf: (data: Data) => Value | null | undefined,
  { everyMs = 0 }: AskingOptions = {},
): Asked<Value> {
  const { data, error, loading, refetch } = useQuery<Data>(query, {
    variables,
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
    pollInterval: everyMs,
    skipPollAttempt: () => document.hidden,
  });
  const value = data === undefined ? undefined : (valueOf(data) ?? undefined);
  const isMissing = data !== undefined && value === undefined;
  return {
    value,
    hasFailed: !loading && (error !== undefined || isMissing),
    again: () => void refetch().catch(() => {}),
  };
}
