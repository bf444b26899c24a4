import { Skeleton } from '@mantine/core';
import type { CSSProperties } from 'react';
import styles from './RosterGrid.module.css';

export interface RowPlaceholderProps {
  readonly index: number;
  readonly style: CSSProperties;
}

/** A row that has not been read yet, at its final place and height. */
export function RowPlaceholder({ index, style }: RowPlaceholderProps) {
  return (
    <div className={styles.placeholder} role="row" aria-rowindex={index + 1} aria-busy="true" style={style}>
      <div role="gridcell" className={styles.bones}>
        <Skeleton circle height={34} />
        <Skeleton height={12} width="28%" />
        <Skeleton height={12} width="36%" />
      </div>
    </div>
  );
}
