import { Button, CopyButton } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import styles from './InstallWidget.module.css';
import { RosterMessage } from './RosterMessage';
import { widgetSnippet } from './widget-snippet';

/** The beginning: nobody has come yet. Shows what to put on a page. */
export function InstallWidget({ siteKey }: { readonly siteKey: string }) {
  const snippet = widgetSnippet(window.location.origin, siteKey);
  return (
    <RosterMessage title="No visitors yet.">
      <p>Add the widget to your site, then open a page.</p>
      <pre className={styles.snippet} dir="ltr">
        <code>{snippet}</code>
      </pre>
      <CopyButton value={snippet}>
        {({ copied, copy }) => (
          <Button
            onClick={copy}
            leftSection={
              copied ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />
            }
          >
            {copied ? 'Copied' : 'Copy snippet'}
          </Button>
        )}
      </CopyButton>
      <p className={styles.waiting}>Waiting for the first visitor…</p>
    </RosterMessage>
  );
}
