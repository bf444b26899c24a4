import { Button, CopyButton } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { Link } from 'wouter';
import { settingsHref } from '../../settings/settings-href';
import styles from './InstallWidget.module.css';
import { RosterMessage } from '../../../shell/RosterMessage';
import { widgetSnippet } from './widget-snippet';
import { t } from '../../../../language/t';

export interface NewSite {
  readonly id: string;
  readonly key: string;
}

/** The beginning: nobody has come yet. Shows what to put on a page. */
export function InstallWidget({ site }: { readonly site: NewSite }) {
  const snippet = widgetSnippet(window.location.origin, site.key);
  return (
    <RosterMessage title={t('install.title')}>
      <p>{t('install.text')}</p>
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
            {t(copied ? 'install.copied' : 'install.copy')}
          </Button>
        )}
      </CopyButton>
      <p className={styles.waiting}>
        {t('install.waiting')} <Link href={settingsHref('install', site.id)}>{t('install.more')}</Link>
      </p>
    </RosterMessage>
  );
}
