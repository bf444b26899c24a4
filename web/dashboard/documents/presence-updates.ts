import { graphql } from '../../generated';

/** The live feed of a site, going on after a cursor. */
export const PRESENCE_UPDATES = graphql(`
  subscription PresenceUpdates($siteId: ID!, $after: String) {
    visitorPresenceChanged(siteId: $siteId, after: $after) {
      cursor
      resyncRequired
      onlineVisitorCount
      serverTime
      changes {
        id
        visitorId
        kind
        visitor {
          ...VisitorCard
        }
      }
    }
  }
`);
