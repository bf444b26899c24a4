import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../../../language/t';
import { zoneCity } from '../../../../text/zone-city';
import { fullTime } from '../../../../time/full-time';
import { localTime } from '../../../../time/local-time';
import styles from './Instant.module.css';

export interface InstantProps {
  readonly at: Date;
  readonly children: ReactNode;
  /** False within the list, which keeps the focus for itself. */
  readonly canBeFocused?: boolean;
  /** The visitor's own, for what their clock said. */
  readonly timeZone?: string | null;
}

/** A worded instant; pointing at it or focusing it tells the exact time, here and where the visitor is. */
export function Instant({ at, children, canBeFocused = true, timeZone = null }: InstantProps) {
  const there = timeZone === null ? null : localTime(at, timeZone);
  const label = (
    <>
      {fullTime(at)}
      {timeZone !== null && there !== null ? (
        <span className={styles.there}>{t('time.there', { time: there, city: zoneCity(timeZone) })}</span>
      ) : null}
    </>
  );
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: true }} withArrow>
      <time dateTime={at.toISOString()} tabIndex={canBeFocused ? 0 : undefined}>
        {children}
      </time>
    </Tooltip>
  );
}
