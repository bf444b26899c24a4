import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { fullTime } from '../../../time/full-time';

export interface InstantProps {
  readonly at: Date;
  readonly children: ReactNode;
}

/** A worded instant; pointing at it or focusing it tells the exact time. */
export function Instant({ at, children }: InstantProps) {
  return (
    <Tooltip label={fullTime(at)} events={{ hover: true, focus: true, touch: true }} withArrow>
      <time dateTime={at.toISOString()} tabIndex={0}>
        {children}
      </time>
    </Tooltip>
  );
}
