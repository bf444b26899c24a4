import type { ReactNode } from 'react';
import { Lamp } from './Lamp';
import styles from './RosterMessage.module.css';

export interface RosterMessageProps {
  readonly title: string;
  /** True where nothing else is on the page. */
  readonly isWholePage?: boolean;
  readonly children?: ReactNode;
}

/** What stands where rows or a panel would be, when there are none. */
export function RosterMessage({ title, isWholePage = false, children }: RosterMessageProps) {
  const Place = isWholePage ? 'main' : 'div';
  const Title = isWholePage ? 'h1' : 'h2';
  return (
    <Place className={styles.message} data-whole={isWholePage}>
      {isWholePage ? <Lamp /> : null}
      <Title className={styles.title}>{title}</Title>
      {children}
    </Place>
  );
}
