import type { VisitorCardFragment } from '../../../../../generated/graphql';
import type { VisitorPresence, ViewedPage } from './visitor-presence';

/** What the page can vouch for: null while the feed is live, else the instant it was last right, Unix ms. */
export type OutdatedSinceMs = number | null;

/** Turns the server's facts, and how far they may be believed, into what may be said. */
export function presenceOf(visitor: VisitorCardFragment, outdatedSinceMs: OutdatedSinceMs): VisitorPresence {
  const lastSeenAt = visitor.lastSeenAt === null ? null : new Date(visitor.lastSeenAt);
  if (visitor.presence.state === 'UNKNOWN') return { state: 'unknown', lastSeenAt };

  const asOf = outdatedSinceMs === null ? null : new Date(outdatedSinceMs);
  if (!visitor.isOnline) {
    return asOf === null
      ? { state: 'offline', lastSeenAt }
      : { state: 'last-known-offline', lastSeenAt, asOf };
  }
  const page = viewedPage(visitor);
  if (asOf !== null) return { state: 'last-known-online', page, asOf };
  return { state: 'online', page, tabCount: visitor.presence.sessionCount, isInBackground: false };
}

function viewedPage({ currentPage }: VisitorCardFragment): ViewedPage | null {
  return currentPage === null ? null : { ...currentPage, since: new Date(currentPage.since) };
}
