import { ExternalLink } from 'lucide-react';
import { pageAddress } from '../../../../text/page-address';
import { plainText } from '../../../../text/plain-text';
import { CopyIcon } from './CopyIcon';
import { TimeOnPage } from '../visitor/TimeOnPage';
import styles from './ViewingBlock.module.css';
import type { ViewedPage } from '../visitor/visitor-presence';
import { t } from '../../../../language/t';

export interface ViewingBlockProps {
  readonly page: ViewedPage | null;
  /** False when the feed is down: then it is the past, and no clock runs. */
  readonly isLive: boolean;
}

/** The page somebody is on, as a link that gives nothing away to the page it opens. */
export function ViewingBlock({ page, isLive }: ViewingBlockProps) {
  const address = page?.url ? pageAddress(page.url) : null;
  const title = plainText(page?.title ?? '');
  return (
    <div className={styles.viewing}>
      <p className={styles.label}>
        {t(isLive ? 'page.viewing' : 'page.wasViewing')}
        {page !== null && isLive ? (
          <>
            {' · '}
            <TimeOnPage since={page.since} />
          </>
        ) : null}
      </p>
      {title !== '' ? (
        <p className={styles.title} dir="auto">
          <bdi>{title}</bdi>
        </p>
      ) : null}
      {address ? (
        <p className={styles.address}>
          <a href={address.href} title={address.href} target="_blank" rel="noopener noreferrer nofollow">
            <bdi dir="ltr">{address.text}</bdi>
            <ExternalLink size={13} aria-label={t('page.newTab')} />
          </a>
          <CopyIcon value={address.href} label={t('page.copyAddress')} done={t('page.addressCopied')} />
        </p>
      ) : (
        <p className={styles.unshared}>{t('page.notShared')}</p>
      )}
    </div>
  );
}
