import { Button, CopyButton } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { t } from '../../../../language/t';
import styles from './CodeBlock.module.css';

export interface CodeBlockProps {
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly code: string;
}

/** Text to be taken elsewhere, letter by letter. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <div className={styles.block} data-lines={code.includes('\n') ? 'many' : 'one'}>
      {/* It scrolls, so the keyboard has to get there. */}
      <pre className={styles.code} dir="ltr" tabIndex={0} role="group" aria-label={label}>
        <code>{code}</code>
      </pre>
      <CopyButton value={code} timeout={2_000}>
        {({ copied, copy }) => (
          <Button
            className={styles.copy}
            variant="default"
            size="compact-sm"
            onClick={copy}
            leftSection={
              copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />
            }
          >
            {copied ? t('settings.copied') : t('settings.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
