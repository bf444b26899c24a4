import type { ReactNode } from 'react';
import styles from './AppHeader.module.css';
import { ColorSchemeSwitch } from './ColorSchemeSwitch';
import { ConnectionPill } from './ConnectionPill';
import { Lamp } from './Lamp';

export interface AppHeaderProps {
  readonly site: ReactNode;
  readonly search: ReactNode;
  readonly agent: ReactNode;
  /** False on a screen that shows nothing live. */
  readonly isLiveScreen?: boolean;
}

/** The bar on top: where you are, what you look for, whether it is live, who you are. */
export function AppHeader({ site, search, agent, isLiveScreen = true }: AppHeaderProps) {
  return (
    <header className={styles.bar}>
      <Lamp />
      <div className={styles.site}>{site}</div>
      <div className={styles.search}>{search}</div>
      <div className={styles.end}>
        {isLiveScreen ? <ConnectionPill /> : null}
        <ColorSchemeSwitch />
        {agent}
      </div>
    </header>
  );
}
