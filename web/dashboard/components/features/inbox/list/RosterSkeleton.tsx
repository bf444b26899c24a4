import { Skeleton } from '@mantine/core';
import styles from './RosterSkeleton.module.css';
import { t } from '../../../../language/t';

const ROWS = 8;

/** Rows to come, at their final height, so that nothing jumps when they do. */
export function RosterSkeleton() {
  return (
    <div className={styles.rows} aria-label={t('roster.loading')} aria-busy="true" role="status">
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className={styles.row}>
          <Skeleton circle height={34} />
          <Skeleton height={12} width="28%" />
          <Skeleton height={12} width="36%" />
        </div>
      ))}
    </div>
  );
}
