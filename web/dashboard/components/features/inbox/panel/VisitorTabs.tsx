import { Trans } from '../../../../language/Trans';
import { pageAddress } from '../../../../text/page-address';
import { plainText } from '../../../../text/plain-text';
import { timeOnPage } from '../../../../time/time-on-page';
import { useTicking } from '../../../../time/use-ticking';
import type { Visit } from './use-visit';
import styles from './VisitorTabs.module.css';

export type VisitorTab = Visit['sessions'][number];

/** The visitor's open tabs, the longest open first; those in front are marked, in words and by weight. */
export function VisitorTabs({ tabs }: { readonly tabs: readonly VisitorTab[] }) {
  const oldestFirst = [...tabs].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  return (
    <ul className={styles.tabs}>
      {oldestFirst.map((tab) => (
        <li key={tab.tabId} data-front={tab.isVisible}>
          <Trans
            id={tab.isVisible ? 'tab.front' : 'tab.behind'}
            values={{ age: <TabAge startedAt={new Date(tab.startedAt)} /> }}
          />
          <TabPage page={tab.page} />
        </li>
      ))}
    </ul>
  );
}

function TabPage({ page }: { readonly page: VisitorTab['page'] }) {
  const path = page?.url ? pageAddress(page.url)?.path : undefined;
  const text = plainText(page?.title ?? '') || path;
  return text === undefined ? null : (
    <span className={styles.page}>
      <bdi>{text}</bdi>
    </span>
  );
}

function TabAge({ startedAt }: { readonly startedAt: Date }) {
  return <>{useTicking((now) => timeOnPage(startedAt, now))}</>;
}
