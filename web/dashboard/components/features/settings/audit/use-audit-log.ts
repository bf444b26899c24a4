import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { ReadAuditLogQuery } from '../../../../../generated/settings/graphql';
import { READ_AUDIT_LOG } from '../documents/read-audit-log';

const PAGE_SIZE = 50;

type Entry = NonNullable<NonNullable<ReadAuditLogQuery['site']>['auditLog']>[number];

export interface AuditLogRead {
  /** Those read so far, newest first; undefined before the first answer. */
  readonly entries: readonly Entry[] | undefined;
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  /** True when the last read failed; what was read before stays. */
  readonly hasFailed: boolean;
  /** Reads on from the oldest entry held, or begins. */
  readonly readOn: () => Promise<void>;
}

/** The audit log of a site, read page by page. */
export function useAuditLog(siteId: string): AuditLogRead {
  const [isAtEnd, setIsAtEnd] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const { data, error, networkStatus, refetch, fetchMore } = useQuery(READ_AUDIT_LOG, {
    variables: { siteId, first: PAGE_SIZE, after: null },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const entries = data?.site?.auditLog ?? undefined;

  const readOlder = async (held: readonly Entry[]): Promise<void> => {
    await fetchMore({
      variables: { after: held.at(-1)?.id ?? null },
      updateQuery: (before, { fetchMoreResult: { site: more } }) => {
        const page = more?.auditLog ?? [];
        setIsAtEnd(page.length < PAGE_SIZE);
        return before.site ? { site: { ...before.site, auditLog: [...held, ...page] } } : before;
      },
    });
  };
  const readOn = async (): Promise<void> => {
    setHasFailed(false);
    try {
      await (entries ? readOlder(entries) : refetch());
    } catch {
      setHasFailed(true);
    }
  };
  const isBusy = networkStatus !== NetworkStatus.ready && networkStatus !== NetworkStatus.error;
  return {
    entries,
    hasMore: entries !== undefined && entries.length >= PAGE_SIZE && !isAtEnd,
    isBusy,
    hasFailed: !isBusy && (hasFailed || error !== undefined || data?.site === null),
    readOn,
  };
}
