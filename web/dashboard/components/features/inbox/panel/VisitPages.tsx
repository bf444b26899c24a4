import { t } from '../../../../language/t';
import { pageAddress } from '../../../../text/page-address';
import { plainText } from '../../../../text/plain-text';
import { dayTime } from '../../../../time/day-time';
import { Instant } from '../visitor/Instant';
import type { Visit } from './use-visit';
import styles from './VisitPages.module.css';

export interface VisitPagesProps {
  readonly pages: NonNullable<Visit['recentPages']>;
  /** Someone who left: then it is their last visit. */
  readonly isOver: boolean;
  readonly timeZone: string | null;
}

/** The pages of a visit with their times, the newest on top. */
export function VisitPages({ pages, isOver, timeZone }: VisitPagesProps) {
  return (
    <section className={styles.visit} aria-label={t(isOver ? 'visit.last' : 'visit.this')}>
      <h3 className={styles.title}>{t(isOver ? 'visit.last' : 'visit.this')}</h3>
      <ol className={styles.pages}>
        {pages.map((page) => {
          const path = page.url ? pageAddress(page.url)?.path : undefined;
          const at = new Date(page.since);
          return (
            <li key={`${page.since} ${page.url}`}>
              <bdi className={styles.page} title={path}>
                {plainText(page.title ?? '') || path || t('page.notShared')}
              </bdi>
              <span className={styles.time}>
                <Instant at={at} timeZone={timeZone}>
                  {dayTime(at)}
                </Instant>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
