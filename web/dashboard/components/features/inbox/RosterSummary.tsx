import { SegmentedControl } from '@mantine/core';
import { agreeingCounts } from '../../../roster/agreeing-counts';
import type { LiveRoster } from '../../../roster/live-roster';
import type { RosterView } from '../../../roster/roster-view';
import { countText } from '../../../text/count-text';
import { clockTime } from '../../../time/clock-time';
import { useStore } from '../../../use-store';
import styles from './RosterSummary.module.css';
import { useOutdatedSince } from './use-outdated-since';

const FILTERS: Record<RosterView['filter'], string> = { all: 'All', online: 'Online', offline: 'Offline' };

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
          {outdatedSinceMs === null ? 'online now' : `online as of ${clockTime(outdatedSinceMs)}`}
        </p>
      </div>
      <SegmentedControl
        aria-label="Which visitors to show"
        size="sm"
        radius={10}
        withItemsBorders={false}
        className={styles.filters}
        value={view.filter}
        onChange={(filter) => roster.show({ ...view, filter: filter as RosterView['filter'] })}
        data={Object.entries(FILTERS).map(([value, name]) => ({
          value,
          label: (
            <span>
              {name} <span className={styles.count}>{countText(counts[value as RosterView['filter']])}</span>
            </span>
          ),
        }))}
      />
    </div>
  );
}
