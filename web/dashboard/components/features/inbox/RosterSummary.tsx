import type { LiveRoster } from '../../../roster/live-roster';
import { countText } from '../../../text/count-text';
import { clockTime } from '../../../time/clock-time';
import { t } from '../../../language/t';
import { useStore } from '../../../use-store';
import { LastHour } from './LastHour';
import styles from './RosterSummary.module.css';
import { useOutdatedSince } from './use-outdated-since';

/** How many are here now, and how it was in the last hour. */
export function RosterSummary({ roster }: { readonly roster: LiveRoster }) {
  const onlineCount = useStore(roster.state, (state) => state.onlineCount);
  const siteId = useStore(roster.state, (state) => state.view.siteId);
  const isReady = useStore(roster.state, (state) => state.status === 'ready');
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
}
