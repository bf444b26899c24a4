import { useId, type ReactNode } from 'react';
import styles from './SettingsCard.module.css';

export interface SettingsCardProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly tone?: 'danger';
  readonly children: ReactNode;
}

/** One matter of a section: what it is about, and what can be done about it. */
export function SettingsCard({ title, lead, tone, children }: SettingsCardProps) {
  const id = useId();
  return (
    <section className={styles.card} data-tone={tone} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </header>
      {children}
    </section>
  );
}
