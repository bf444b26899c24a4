import type { SentVisitor } from './visitor-card';

interface RosterAnswer {
  readonly visitors: readonly SentVisitor[];
  readonly cursor?: string;
  readonly everyone?: number;
  readonly online?: number | null;
  readonly endCursor?: string | null;
  readonly open?: SentVisitor | null;
}

/** The API's answer to the reading of a page. */
export function rosterAnswer({
  visitors,
  cursor = 'cursor_1',
  everyone,
  online,
  endCursor = null,
  open,
}: RosterAnswer) {
  const onlineVisitorCount =
    online === undefined ? visitors.filter(({ isOnline }) => isOnline).length : online;
  return {
    data: {
      site: { __typename: 'Site', id: 'site_a', onlineVisitorCount },
      everyone: { __typename: 'VisitorConnection', totalCount: everyone ?? visitors.length },
      visitors: {
        __typename: 'VisitorConnection',
        nodes: visitors,
        totalCount: visitors.length,
        presenceCursor: cursor,
        pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
      },
      ...(open === undefined ? {} : { open }),
    },
  };
}
