import { SegmentedControl } from '@mantine/core';
import { agreeingCounts } from '../../../roster/agreeing-counts';
import type { LiveRoster } from '../../../roster/live-roster';
import { countText } from '../../../text/count-text';
import { clockTime } from '../../../time/clock-time';
import { useStore } from '../../../use-store';
import styles from './RosterSummary.module.css';
import { useOutdatedSince } from './use-outdated-since';
import { t } from '../../../language/t';

const FILTERS = ['all', 'online', 'offline'] as const;

/** How many are here now, and the choice of whom to list. */
export function RosterSummary({ roster }: { readonly roster: LiveRoster }) {
  const { view, everyoneCount, onlineCount } = useStore(roster.state, (state) => state);
  const outdatedSinceMs = useOutdatedSince();
  const counts = agreeingCounts(everyoneCount, onlineCount);
  return (
    <div className={styles.summary}>
      <div>
        <p className={styles.number} data-testid="online-count">
          {countText(onlineCount)}
        </p>
        <p className={styles.caption}>
          {outdatedSinceMs === null
            ? t('roster.onlineNow')
            : t('roster.onlineAsOf', { time: clockTime(outdatedSinceMs) })}
        </p>
      </div>
      <SegmentedControl
        aria-label={t('roster.which')}
        size="sm"
        radius={10}
        withItemsBorders={false}
        className={styles.filters}
        value={view.filter}
        onChange={(filter) => roster.show({ ...view, filter: filter })}
        data={FILTERS.map((value) => ({
          value,
          label: (
            <span>
              {t(`roster.${value}`)} <span className={styles.count}>{countText(counts[value])}</span>
            </span>
          ),
        }))}
      />
    </div>
  );
}
