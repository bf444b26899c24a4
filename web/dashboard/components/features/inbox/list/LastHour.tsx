import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, type ComponentType } from 'react';
import { READ_HISTORY } from '../../../../documents/read-history';
import { t } from '../../../../language/t';
import { countText } from '../../../../text/count-text';
import { dayTime } from '../../../../time/day-time';
import styles from './LastHour.module.css';
import { minuteSeries } from './minute-series';
import type { SparklineProps } from './Sparkline';

// The words beside it say the same, so a line that does not come is not missed.
const Sparkline = lazy(() =>
  import('./Sparkline')
    .then(({ Sparkline: line }) => line)
    .catch((): ComponentType<SparklineProps> => NoLine)
    .then((line) => ({ default: line })),
);
const NoLine = (): null => null;
const MINUTE_MS = 60_000;

export interface LastHourProps {
  readonly siteId: string;
  readonly onlineCount: number | null;
}

/** How many were online in the last hour: a line, and the same in words. Nothing where nothing is known. */
export function LastHour({ siteId, onlineCount }: LastHourProps) {
  const { data } = useQuery(READ_HISTORY, {
    variables: { siteId },
    fetchPolicy: 'no-cache',
    pollInterval: MINUTE_MS,
    skipPollAttempt: () => document.hidden,
  });
  const points = data?.site?.onlineHistory ?? [];
  const series = minuteSeries(points);
  const peak = points.reduce<(typeof points)[number] | null>(
    (highest, point) => (highest === null || point.online > highest.online ? point : highest),
    null,
  );
  if (peak === null || series.seconds.length < 2) return null;

  const peakText = t('hour.peak', { count: countText(peak.online), time: dayTime(new Date(peak.at)) });
  return (
    <div
      className={styles.hour}
      role="img"
      aria-label={t('hour.label', { online: countText(onlineCount), peak: peakText })}
    >
      <div className={styles.line}>
        <Suspense>
          <Sparkline {...series} />
        </Suspense>
      </div>
      <p className={styles.caption}>
        {t('hour.title')}
        <br />
        {peakText}
      </p>
    </div>
  );
}
