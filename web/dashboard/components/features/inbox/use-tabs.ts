import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { READ_TABS } from '../../../documents/read-tabs';
import type { VisitorCardFragment } from '../../../../generated/graphql';
import type { VisitorTab } from './VisitorTabs';

/** Hiding a tab is no change of the feed, so an open panel asks now and then. */
const ASK_EVERY_MS = 20_000;
const NO_TABS: readonly VisitorTab[] = [];

/** The tabs of someone online, asked again whenever the feed moves them. Empty when offline or not known yet. */
export function useTabs(visitor: VisitorCardFragment): readonly VisitorTab[] {
  const { data, refetch } = useQuery(READ_TABS, {
    variables: { id: visitor.id },
    skip: !visitor.isOnline,
    fetchPolicy: 'no-cache',
    pollInterval: ASK_EVERY_MS,
    skipPollAttempt: () => document.hidden,
  });
  const stamp = `${visitor.presence.since} ${visitor.presence.sessionCount} ${visitor.currentPage?.since}`;
  const askedAt = useRef(stamp);
  useEffect(() => {
    if (askedAt.current === stamp) return;
    askedAt.current = stamp;
    if (visitor.isOnline) refetch().catch(ignoreUntilNextPoll);
  }, [stamp, visitor.isOnline, refetch]);
  return visitor.isOnline ? (data?.visitor?.sessions ?? NO_TABS) : NO_TABS;
}

function ignoreUntilNextPoll(): void {}
