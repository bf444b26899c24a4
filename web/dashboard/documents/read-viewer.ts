import { graphql } from '../../generated';

/** Who is looking, and at which sites they may look. Null when nobody is signed in. */
export const READ_VIEWER = graphql(`
  query ReadViewer {
    viewer {
      agent {
        id
        displayName
        email
        role
      }
      sites {
        id
        name
        key
      }
    }
  }
`);
