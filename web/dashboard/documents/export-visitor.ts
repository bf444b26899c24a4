import { graphql } from '../../generated';

/** Everything held about a person. Their changes come in pages. */
export const EXPORT_VISITOR = graphql(`
  query ExportVisitor($id: ID!, $siteId: ID!, $after: String) {
    visitor(id: $id) {
      id
      externalId
      isVerified
      displayName
      email
      avatarUrl
      traits
      locale
      timeZone
      device {
        browser
        os
        kind
        isBot
      }
      visitCount
      firstSeenAt
      lastSeenAt
      isOnline
      currentPage {
        url
        title
        referrer
        since
      }
      recentPages(first: 20) {
        url
        title
        referrer
        since
      }
      sessions {
        tabId
        isVisible
        startedAt
        lastHeartbeatAt
        page {
          url
          title
          referrer
          since
        }
      }
    }
    presenceChanges(siteId: $siteId, visitorIds: [$id], first: 100, after: $after) {
      nodes {
        kind
        reason
        occurredAt
        isOnline
        page {
          url
          title
          referrer
          since
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
