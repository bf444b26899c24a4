import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../../../language/t';
import { Problem } from './Problem';
import styles from './Loaded.module.css';

export interface LoadedProps<T> {
  /** Undefined until it was read once; what was read stays when a later read fails. */
  readonly value: T | undefined;
  readonly hasFailed: boolean;
  readonly onRetry: () => void;
  readonly children: (value: T) => ReactNode;
}

/** What was read, its place while it is on the way, or the reason why there is nothing. */
export function Loaded<T>({ value, hasFailed, onRetry, children }: LoadedProps<T>) {
  if (value !== undefined) return children(value);
  if (!hasFailed) {
    return (
      <div className={styles.place} aria-busy="true">
        <VisuallyHidden>{t('settings.loading')}</VisuallyHidden>
        <Skeleton height={16} width="38%" />
        <Skeleton height={12} width="72%" />
        <Skeleton height={36} />
        <Skeleton height={36} />
      </div>
    );
  }
  return (
    <div className={styles.place}>
      <Problem text={t('settings.cannotRead')} />
      <Button className={styles.retry} variant="light" onClick={onRetry}>
        {t('settings.retry')}
      </Button>
    </div>
  );
}
