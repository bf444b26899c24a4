import type { ReactNode } from 'react';
import { deviceName } from '../../../../text/device-name';
import { languageName } from '../../../../text/language-name';
import { pageAddress } from '../../../../text/page-address';
import { plainText } from '../../../../text/plain-text';
import { longDate } from '../../../../time/long-date';
import { t } from '../../../../language/t';
import type { VisitorCardFragment } from '../../../../../generated/graphql';
import { Instant } from '../visitor/Instant';
import { LocalTime } from '../visitor/LocalTime';
import type { Visit } from './use-visit';
import { VisitorTraits } from './VisitorTraits';
import { VisitorTabs, type VisitorTab } from './VisitorTabs';
import styles from './VisitorDetails.module.css';

export interface VisitorDetailsProps {
  readonly visitor: VisitorCardFragment;
  /** Where the visitor came from; null when not on a page or unknown. */
  readonly referrer: string | null;
  readonly tabs: readonly VisitorTab[];
  /** Null until they are known, or when there are none. */
  readonly traits: Visit['traits'] | null;
  readonly externalId: string | null;
}

/** What else is known about a visitor; what is not known takes no room. */
export function VisitorDetails({ visitor, referrer, tabs, traits, externalId }: VisitorDetailsProps) {
  const device = deviceName(visitor.device);
  const cameFrom = referrer === null ? null : pageAddress(referrer);
  const firstSeenAt = new Date(visitor.firstSeenAt);
  return (
    <dl className={styles.details}>
      {visitor.email ? (
        <Detail
          name={t('detail.email')}
          value={
            <>
              <bdi dir="ltr">{plainText(visitor.email)}</bdi>
              {visitor.isVerified ? (
                <span className={styles.verified}>{t('visitor.verifiedMark')}</span>
              ) : null}
            </>
          }
        />
      ) : null}
      {visitor.timeZone ? (
        <Detail
          name={t('detail.localTime')}
          value={<LocalTime timeZone={visitor.timeZone} separator=", " />}
        />
      ) : null}
      {device ? <Detail name={t('detail.device')} value={<bdi>{device}</bdi>} /> : null}
      {visitor.locale ? (
        <Detail name={t('detail.language')} value={<bdi>{languageName(visitor.locale)}</bdi>} />
      ) : null}
      {cameFrom ? <Detail name={t('detail.referrer')} value={<bdi dir="ltr">{cameFrom.text}</bdi>} /> : null}
      <Detail
        name={t('detail.firstSeen')}
        value={<Instant at={firstSeenAt}>{longDate(firstSeenAt)}</Instant>}
      />
      {externalId ? (
        <Detail name={t('detail.externalId')} value={<bdi dir="ltr">{plainText(externalId)}</bdi>} />
      ) : null}
      <Detail name={t('detail.visits')} value={visitor.visitCount} />
      {tabs.length > 0 ? <Detail name={t('detail.tabs')} value={<VisitorTabs tabs={tabs} />} /> : null}
      {traits ? <VisitorTraits traits={traits} /> : null}
    </dl>
  );
}

function Detail({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
