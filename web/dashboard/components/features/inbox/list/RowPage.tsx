import { pageAddress } from '../../../../text/page-address';
import { plainText } from '../../../../text/plain-text';
import styles from './RowPage.module.css';
import type { ViewedPage } from '../visitor/visitor-presence';
import { t } from '../../../../language/t';

export interface RowPageProps {
  readonly page: ViewedPage | null;
  readonly isOnline: boolean;
}

/** The page in two lines: title over path, or the path alone. A dash for someone who is on no page. */
export function RowPage({ page, isOnline }: RowPageProps) {
  const path = page?.url ? pageAddress(page.url)?.path : undefined;
  const title = plainText(page?.title ?? '');
  if (title === '' && path === undefined) {
    return <p className={styles.none}>{isOnline ? <i>{t('page.notShared')}</i> : '—'}</p>;
  }
  return (
    <>
      <p className={styles.title} dir="auto">
        <bdi>{title === '' ? path : title}</bdi>
      </p>
      {title !== '' && path !== undefined ? (
        <p className={styles.path} dir="ltr">
          {path}
        </p>
      ) : null}
    </>
  );
}
