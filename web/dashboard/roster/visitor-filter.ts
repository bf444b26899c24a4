import type { VisitorFilter } from '../../generated/graphql';
import type { RosterView } from './roster-view';

const MINUTE_MS = 60_000;
const ONLINE = { all: null, online: true, offline: false } as const;

/** The view as the API takes it, at an instant of the server's clock. */
export function visitorFilter({ filter, narrowing }: RosterView, nowMs: number): VisitorFilter {
  const { known, isVerifiedOnly, page, seenWithinMinutes, trait, withBots } = narrowing;
  const isOnline = ONLINE[filter];
  return {
    ...(isOnline === null ? {} : { isOnline }),
    ...(known === null ? {} : { isIdentified: known === 'identified' }),
    ...(isVerifiedOnly ? { isVerified: true } : {}),
    ...(page === '' ? {} : { currentUrlPrefix: page }),
    ...(trait === null ? {} : { traits: [trait] }),
    ...(withBots ? { includeBots: true } : {}),
    ...(seenWithinMinutes === null
      ? {}
      : { lastSeenAfter: new Date(nowMs - seenWithinMinutes * MINUTE_MS).toISOString() }),
  };
}
