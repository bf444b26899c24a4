import { Tabs } from '@mantine/core';
import type { MessageId } from '../../../../language/catalogue';
import { t } from '../../../../language/t';
import { CodeBlock } from '../parts/CodeBlock';
import styles from './CodeTabs.module.css';

export interface CodeTab {
  /** What it is for: a product's name, the same in every language. */
  readonly name: string;
  /** Where the code goes. */
  readonly note: MessageId;
  readonly code: string;
}

export interface CodeTabsProps {
  readonly label: string;
  readonly tabs: readonly CodeTab[];
}

/** The same thing for several systems; the reader picks theirs. */
export function CodeTabs({ label, tabs }: CodeTabsProps) {
  return (
    <Tabs defaultValue={tabs[0]?.name ?? null} keepMounted={false}>
      <Tabs.List aria-label={label} className={styles.names}>
        {tabs.map(({ name }) => (
          <Tabs.Tab key={name} value={name}>
            <bdi dir="ltr">{name}</bdi>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ name, note, code }) => (
        <Tabs.Panel key={name} value={name} className={styles.panel}>
          <p className={styles.note}>{t(note)}</p>
          <CodeBlock label={name} code={code} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
