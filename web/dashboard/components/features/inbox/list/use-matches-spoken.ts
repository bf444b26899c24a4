import { useEffect } from 'react';
import { pageAnnouncer } from '../../../../announcements/page-announcer';
import { t } from '../../../../language/t';
import { isNarrowed } from '../../../../roster/is-narrowed';
import type { LiveRoster } from '../../../../roster/live-roster';
import { useStore } from '../../../../use-store';

/** Somebody who goes on typing is not told of what they no longer look for. */
const PAUSE_MS = 500;

/** Tells how many visitors a search or filter has found, once the answer stands. Never counts that move by themselves. */
export function useMatchesSpoken(roster: LiveRoster): void {
  const asked = useStore(roster.answeredView, (view) => view);
  useEffect(() => {
    if (asked === null || !isNarrowed(asked)) return undefined;
    const timer = setTimeout(() => {
      const { matchCount } = roster.state.get();
      if (matchCount !== null) pageAnnouncer.say(t('roster.matches', { count: matchCount }));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [roster, asked]);
}
