import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { VISITOR_CARD } from '../documents/visitor-card';
import { useStoreInSlices } from '../use-store-in-slices';
import type { VisitorCardFragment } from '../../generated/graphql';

type Result =
  | { readonly complete: true; readonly data: VisitorCardFragment }
  | { readonly complete: false; readonly data: object };

const wholeOf = ({ complete, data }: Result): VisitorCardFragment | null => (complete ? data : null);

/**
 * A visitor's facts, from the client's cache; null until all are there. Drawn in slices, together with the list they
 * change in: the client's own hook draws each row by itself, at once and in a timer of its own.
 */
export function useVisitorCard(visitorId: string): VisitorCardFragment | null {
  const client = useApolloClient();
  const card = useMemo(() => {
    const watched = client.watchFragment({ fragment: VISITOR_CARD, from: `Visitor:${visitorId}` });
    return {
      get: (): Result => watched.getCurrentResult(),
      subscribe: (onChange: () => void) => {
        const subscription = watched.subscribe(onChange);
        return () => subscription.unsubscribe();
      },
    };
  }, [client, visitorId]);
  return useStoreInSlices(card, wholeOf);
}
