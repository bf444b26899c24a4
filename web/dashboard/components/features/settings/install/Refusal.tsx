import { Link } from 'wouter';
import type { MessageId } from '../../../../language/catalogue';
import { Trans } from '../../../../language/Trans';
import { t } from '../../../../language/t';
import { plainText } from '../../../../text/plain-text';
import { settingsHref } from '../settings-href';
import styles from './InstallationCheck.module.css';

const WORDS: Readonly<Record<string, MessageId>> = {
  ORIGIN_NOT_ALLOWED: 'check.reason.origin',
  IDENTITY_SIGNATURE_INVALID: 'check.reason.signature',
  IDENTITY_SIGNATURE_REQUIRED: 'check.reason.signatureMissing',
};

export interface RefusalProps {
  readonly siteId: string;
  /** May mend it in the settings. */
  readonly isAdmin: boolean;
  /** Null when the caller named none. */
  readonly origin: string | null;
  readonly reason: string;
}

/** Why a page is not heard, and what to do about it. What the page says of itself is shown as nothing but text. */
export function Refusal({ siteId, isAdmin, origin, reason }: RefusalProps) {
  const page = <bdi dir="ltr">{origin === null ? t('check.noOrigin') : plainText(origin)}</bdi>;
  return (
    <p className={styles.detail}>
      <Trans
        id={WORDS[reason] ?? 'check.reason.other'}
        values={{ page, reason: <bdi dir="ltr">{plainText(reason)}</bdi> }}
      />{' '}
      {isAdmin && reason in WORDS ? (
        <Link href={settingsHref('site', siteId)}>{t('check.toSettings')}</Link>
      ) : null}
    </p>
  );
}
