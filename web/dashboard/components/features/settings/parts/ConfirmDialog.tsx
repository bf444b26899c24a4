import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../../../language/t';
import styles from './Dialog.module.css';
import { Problem } from './Problem';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will happen, and to whom. */
  readonly children: ReactNode;
  /** The verb of it. */
  readonly confirm: string;
  readonly isBusy?: boolean;
  /** True while something is missing. */
  readonly isBlocked?: boolean;
  /** Why it did not happen. */
  readonly problem?: string | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      centered
      padding="lg"
      lockScroll={false}
      classNames={{ title: styles.title }}
      withCloseButton={false}
    >
      <div className={styles.body}>
        <div className={styles.text}>{props.children}</div>
        <Problem text={props.problem ?? null} />
        <div className={styles.actions}>
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {t('settings.cancel')}
          </Button>
          <Button
            variant="filled"
            className={styles.danger}
            loading={props.isBusy}
            disabled={props.isBlocked}
            onClick={props.onConfirm}
          >
            {props.confirm}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
