import { useApolloClient } from '@apollo/client/react';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { VISITOR_CARD } from '../documents/visitor-card';
import type { VisitorCardFragment } from '../../generated/graphql';

/**
 * A visitor's facts, from the client's cache; null until all are there. Drawn together with the list they change in:
 * the client's own hook puts off each row's drawing by a timer of its own.
 */
export function useVisitorCard(visitorId: string): VisitorCardFragment | null {
  const client = useApolloClient();
  const card = useMemo(
    () => client.watchFragment({ fragment: VISITOR_CARD, from: `Visitor:${visitorId}` }),
    [client, visitorId],
  );
  const subscribe = useCallback(
    (onChange: () => void) => {
      const subscription = card.subscribe(onChange);
      return () => subscription.unsubscribe();
    },
    [card],
  );
  const { data, complete } = useSyncExternalStore(subscribe, card.getCurrentResult);
  return complete ? data : null;
}
