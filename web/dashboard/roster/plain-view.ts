import type { RosterView } from './roster-view';

/** Everybody of a site, those online first. */
export function plainView(siteId: string): RosterView {
  return {
    siteId,
    filter: 'all',
    search: '',
    sort: 'ONLINE_FIRST',
    narrowing: {
      known: null,
      isVerifiedOnly: false,
      page: '',
      seenWithinMinutes: null,
      trait: null,
      withBots: false,
    },
  };
}
