import { graphql } from '../../generated';

/** How many were online in each minute of the last hour; a minute nobody knows of is left out. */
export const READ_HISTORY = graphql(`
  query ReadHistory($siteId: ID!) {
    site(id: $siteId) {
      id
      onlineHistory(minutes: 60) {
        at
        online
      }
    }
  }
`);
