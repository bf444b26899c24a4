import { UnstyledButton } from '@mantine/core';
import { ArrowUp } from 'lucide-react';
import { t } from '../../../language/t';
import type { LiveRoster } from '../../../roster/live-roster';
import { waitingCount } from '../../../roster/waiting-count';
import { useStore } from '../../../use-store';
import styles from './GridHead.module.css';

const COLUMNS = ['visitor', 'page', 'spent', 'place', 'device'] as const;

/** The names of the columns; while rows are held, the way to let in who came. It covers the names, so nothing moves. */
export function GridHead({ roster }: { readonly roster: LiveRoster }) {
  const count = useStore(roster.state, waitingCount);
  return (
    <div className={styles.place}>
      <div className={styles.head} role="row">
        {COLUMNS.map((column) => (
          <span key={column} role="columnheader" data-column={column}>
            {t(`column.${column}`)}
          </span>
        ))}
      </div>
      {count > 0 ? (
        <div role="row" className={styles.waiting}>
          <div role="gridcell" aria-colspan={COLUMNS.length}>
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
