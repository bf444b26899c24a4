import type { ReactNode } from 'react';
import styles from './RosterMessage.module.css';

export interface RosterMessageProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** What stands where rows or a panel would be, when there are none. */
export function RosterMessage({ title, children }: RosterMessageProps) {
  return (
    <div className={styles.message}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}
