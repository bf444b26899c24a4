import { UnstyledButton } from '@mantine/core';
import { ArrowUp } from 'lucide-react';
import type { Column } from '../../../../column';
import { t } from '../../../../language/t';
import type { LiveRoster } from '../../../../roster/live-roster';
import { waitingCount } from '../../../../roster/waiting-count';
import { useStoreInSlices } from '../../../../use-store-in-slices';
import styles from './GridHead.module.css';

export interface GridHeadProps {
  readonly roster: LiveRoster;
  readonly columns: readonly Column[];
}

/** The names of the columns; while rows are held, the way to let in who came. It covers the names, so nothing moves. */
export function GridHead({ roster, columns }: GridHeadProps) {
  const count = useStoreInSlices(roster.state, waitingCount);
  return (
    <div className={styles.place}>
      <div className={styles.head} role="row">
        {(['visitor', ...columns] as const).map((column) => (
          <span key={column} role="columnheader">
            {t(`column.${column}`)}
          </span>
        ))}
      </div>
      {count > 0 ? (
        <div role="row" className={styles.waiting}>
          <div role="gridcell" aria-colspan={columns.length + 1}>
            <UnstyledButton className={styles.show} onClick={roster.letIn}>
              <ArrowUp size={14} aria-hidden="true" />
              {t('roster.waiting', { count })}
            </UnstyledButton>
          </div>
        </div>
      ) : null}
    </div>
  );
}
