import { useTicking } from '../../../time/use-ticking';
import { timeOnPage } from '../../../time/time-on-page';
import styles from './VisitorTabs.module.css';
import { Trans } from '../../../language/Trans';

export interface VisitorTab {
  readonly tabId: string;
  readonly isVisible: boolean;
  readonly startedAt: string;
}

/** The visitor's open tabs, the longest open first. */
export function VisitorTabs({ tabs }: { readonly tabs: readonly VisitorTab[] }) {
  const oldestFirst = [...tabs].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  return (
    <ul className={styles.tabs}>
      {oldestFirst.map((tab) => (
        <li key={tab.tabId}>
          <Trans
            id={tab.isVisible ? 'tab.front' : 'tab.behind'}
            values={{ age: <TabAge startedAt={new Date(tab.startedAt)} /> }}
          />
        </li>
      ))}
    </ul>
  );
}

function TabAge({ startedAt }: { readonly startedAt: Date }) {
  return <>{useTicking((now) => timeOnPage(startedAt, now))}</>;
}
