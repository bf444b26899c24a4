import type { MessageId } from '../../../../language/catalogue';
import { Trans } from '../../../../language/Trans';
import { t } from '../../../../language/t';
import { plainText } from '../../../../text/plain-text';
import { When } from '../parts/When';
import styles from './InstallationCheck.module.css';

export interface LastCallProps {
  /** A sentence with a time and a page in it. */
  readonly id: MessageId;
  readonly at: string | null | undefined;
  readonly origin: string | null | undefined;
}

/** When a page last called, and which; nothing when none did. */
export function LastCall({ id, at, origin }: LastCallProps) {
  if (at == null) return null;
  const page = <bdi dir="ltr">{origin == null ? t('check.noOrigin') : plainText(origin)}</bdi>;
  return (
    <p className={styles.detail}>
      <Trans id={id} values={{ time: <When at={at} />, page }} />
    </p>
  );
}
