import { format } from 'date-fns';
import type { ReactNode } from 'react';
import { deviceName } from '../../../text/device-name';
import { languageName } from '../../../text/language-name';
import { pageAddress } from '../../../text/page-address';
import { plainText } from '../../../text/plain-text';
import { DASHBOARD_LOCALE } from '../../../time/dashboard-locale';
import type { VisitorCardFragment } from '../../../../generated/graphql';
import { Instant } from './Instant';
import { LocalTime } from './LocalTime';
import { VisitorTabs, type VisitorTab } from './VisitorTabs';
import styles from './VisitorDetails.module.css';

export interface VisitorDetailsProps {
  readonly visitor: VisitorCardFragment;
  /** Where the visitor came from; null when not on a page or unknown. */
  readonly referrer: string | null;
  readonly tabs: readonly VisitorTab[];
}

/** What else is known about a visitor; what is not known takes no room. */
export function VisitorDetails({ visitor, referrer, tabs }: VisitorDetailsProps) {
  const device = deviceName(visitor.device);
  const cameFrom = referrer === null ? null : pageAddress(referrer);
  const firstSeenAt = new Date(visitor.firstSeenAt);
  return (
    <dl className={styles.details}>
      {visitor.email ? (
        <Detail name="E-mail" value={<bdi dir="ltr">{plainText(visitor.email)}</bdi>} />
      ) : null}
      {visitor.timeZone ? (
        <Detail name="Local time" value={<LocalTime timeZone={visitor.timeZone} separator=", " />} />
      ) : null}
      {device ? <Detail name="Device" value={<bdi>{device}</bdi>} /> : null}
      {visitor.locale ? <Detail name="Language" value={<bdi>{languageName(visitor.locale)}</bdi>} /> : null}
      {cameFrom ? <Detail name="Came from" value={<bdi dir="ltr">{cameFrom.text}</bdi>} /> : null}
      <Detail
        name="First seen"
        value={
          <Instant at={firstSeenAt}>
            {format(firstSeenAt, 'd MMM yyyy', { locale: DASHBOARD_LOCALE.dates })}
          </Instant>
        }
      />
      <Detail name="Visits" value={visitor.visitCount} />
      {tabs.length > 0 ? <Detail name="Tabs" value={<VisitorTabs tabs={tabs} />} /> : null}
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
