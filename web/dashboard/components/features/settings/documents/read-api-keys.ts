import { graphql } from '../../../../../generated/settings';

/** The API keys of a site. For admins. */
export const READ_API_KEYS = graphql(`
  query ReadApiKeys($siteId: ID!) {
    site(id: $siteId) {
      id
      apiKeys {
        id
        name
        prefix
        scopes
        createdAt
        lastUsedAt
        expiresAt
        revokedAt
      }
    }
  }
`);
