import { memo } from 'react';
import type { LiveRoster } from '../../../../roster/live-roster';
import type { RosterState } from '../../../../roster/roster-state';
import { countText } from '../../../../text/count-text';
import { clockTime } from '../../../../time/clock-time';
import { t } from '../../../../language/t';
import { useStoreInSlices } from '../../../../use-store-in-slices';
import { LastHour } from './LastHour';
import styles from './RosterSummary.module.css';
import { useOutdatedSince } from '../visitor/use-outdated-since';

const onlineOf = ({ onlineCount }: RosterState): number | null => onlineCount;
const siteOf = ({ view }: RosterState): string => view.siteId;
const isReadyOf = ({ status }: RosterState): boolean => status === 'ready';

/** How many are here now, and how it was in the last hour. */
export const RosterSummary = memo(function RosterSummary({ roster }: { readonly roster: LiveRoster }) {
  const onlineCount = useStoreInSlices(roster.state, onlineOf);
  const siteId = useStoreInSlices(roster.state, siteOf);
  const isReady = useStoreInSlices(roster.state, isReadyOf);
  const outdatedSinceMs = useOutdatedSince();
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
      {isReady ? <LastHour key={siteId} siteId={siteId} onlineCount={onlineCount} /> : null}
    </div>
  );
});
