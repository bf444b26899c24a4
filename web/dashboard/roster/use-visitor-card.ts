import { useApolloClient } from '@apollo/client/react';
import { startTransition, useEffect, useMemo, useState } from 'react';
import { VISITOR_CARD } from '../documents/visitor-card';
import type { VisitorCardFragment } from '../../generated/graphql';

/**
 * A visitor's facts, from the client's cache; null until all are there. Drawn in slices, together with the list they
 * change in: the client's own hook draws each row by itself, at once and in a timer of its own.
 */
export function useVisitorCard(visitorId: string): VisitorCardFragment | null {
  const client = useApolloClient();
  const card = useMemo(
    () => client.watchFragment({ fragment: VISITOR_CARD, from: `Visitor:${visitorId}` }),
    [client, visitorId],
  );
  const [drawn, setDrawn] = useState(() => ({ card, result: card.getCurrentResult() }));
  useEffect(() => {
    const subscription = card.subscribe(() => {
      const result = card.getCurrentResult();
      startTransition(() =>
        setDrawn((before) => (before.card === card && before.result === result ? before : { card, result })),
      );
    });
    return () => subscription.unsubscribe();
  }, [card]);
  const { data, complete } = drawn.card === card ? drawn.result : card.getCurrentResult();
  return complete ? data : null;
}
