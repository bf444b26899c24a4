import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { READ_VISIT } from '../../../../documents/read-visit';
import type { ReadVisitQuery, VisitorCardFragment } from '../../../../../generated/graphql';

/** Hiding a tab is no change of the feed, so an open panel asks now and then. */
const ASK_EVERY_MS = 20_000;

export type Visit = NonNullable<ReadVisitQuery['visitor']>;

/** What is known of a visitor beyond the card, asked again whenever the feed moves them. Null when not known yet. */
export function useVisit(visitor: VisitorCardFragment): Visit | null {
  const { data, refetch } = useQuery(READ_VISIT, {
    variables: { id: visitor.id },
    fetchPolicy: 'no-cache',
    pollInterval: visitor.isOnline ? ASK_EVERY_MS : 0,
    skipPollAttempt: () => document.hidden,
  });
  const { presence, currentPage } = visitor;
  // What an edit changes is part of it too.
  const stamp = [presence.since, presence.sessionCount, currentPage?.since, presence.asOf].join(' ');
  const askedAt = useRef(stamp);
  useEffect(() => {
    if (askedAt.current === stamp) return;
    askedAt.current = stamp;
    refetch().catch(ignoreUntilNextPoll);
  }, [stamp, refetch]);
  return data?.visitor ?? null;
}

function ignoreUntilNextPoll(): void {}
