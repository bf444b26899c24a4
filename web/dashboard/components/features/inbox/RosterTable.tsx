import { Button } from '@mantine/core';
import type { LiveRoster } from '../../../roster/live-roster';
import { useStore } from '../../../use-store';
import styles from './RosterTable.module.css';
import { useOutdatedSince } from './use-outdated-since';
import { useSteadyRows } from './use-steady-rows';
import { VisitorRow } from './VisitorRow';
import { t } from '../../../language/t';

export interface RosterTableProps {
  readonly roster: LiveRoster;
  readonly openId: string | null;
  readonly onOpen: (visitorId: string) => void;
}

const COLUMNS = ['visitor', 'page', 'spent', 'place', 'device'] as const;

/** The visitors, one a row, live. */
export function RosterTable({ roster, openId, onOpen }: RosterTableProps) {
  const { order, hasMore } = useStore(roster.state, (state) => state);
  const isLoadingMore = useStore(roster.isLoadingMore, (isLoading) => isLoading);
  const outdatedSinceMs = useOutdatedSince();
  const steady = useSteadyRows(roster);
  return (
    <>
      <div className={styles.table} role="table" aria-label={t('roster.list')} {...steady}>
        <div className={styles.head} role="row">
          {COLUMNS.map((column) => (
            <span key={column} role="columnheader">
              {t(`column.${column}`)}
            </span>
          ))}
        </div>
        <div role="rowgroup">
          {order.map((id) => (
            <VisitorRow
              key={id}
              visitorId={id}
              isOpen={id === openId}
              outdatedSinceMs={outdatedSinceMs}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
      {hasMore ? (
        <div className={styles.more}>
          <Button variant="default" size="sm" loading={isLoadingMore} onClick={() => void roster.loadMore()}>
            {t('roster.loadMore')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
