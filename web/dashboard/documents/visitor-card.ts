import { graphql } from '../../generated';

/**
 * Everything the roster, the panel and the feed show of a visitor. All three select exactly this, so that no
 * message of the feed can leave a field of the cache behind.
 */
export const VISITOR_CARD = graphql(`
  fragment VisitorCard on Visitor {
    id
    displayName
    email
    isVerified
    isOnline
    firstSeenAt
    lastSeenAt
    visitCount
    locale
    timeZone
    presence {
      state
      asOf
      since
      sessionCount
    }
    currentPage {
      url
      title
      referrer
      since
    }
    device {
      browser
      os
      kind
      isBot
    }
  }
`);
