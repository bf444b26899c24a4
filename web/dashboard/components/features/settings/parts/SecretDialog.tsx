import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../../../language/t';
import { useUnsaved } from '../use-unsaved';
import { CodeBlock } from './CodeBlock';
import styles from './Dialog.module.css';

export interface SecretDialogProps {
  readonly title: string;
  /** Null: there is nothing to show, and no dialog. */
  readonly secret: string | null;
  readonly label: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** Shows a secret the only time it can be shown. Closes only when the agent says so, not at a stray click, and asks before Back or closing the tab lose it. */
export function SecretDialog({ title, secret, label, children, onClose }: SecretDialogProps) {
  useUnsaved(secret !== null);
  return (
    <Modal
      opened={secret !== null}
      onClose={onClose}
      title={title}
      centered
      padding="lg"
      lockScroll={false}
      classNames={{ title: styles.title }}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <div className={styles.body}>
        <div className={styles.text}>{children}</div>
        {secret === null ? null : <CodeBlock label={label} code={secret} />}
        <p className={styles.text}>{t('settings.shownOnce')}</p>
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('settings.secretKept')}</Button>
        </div>
      </div>
    </Modal>
  );
}
