import type { ApolloClient } from '@apollo/client';
import { READ_ROSTER } from '../documents/read-roster';
import type { ReadRosterQuery } from '../../generated/graphql';
import type { RosterView } from './roster-view';
import { visitorFilter } from './visitor-filter';

const PAGE_SIZE = 100;

export interface PageWanted {
  readonly view: RosterView;
  /** Cursor of the last row held; null for the first page. */
  readonly after: string | null;
  /** Read this visitor too, whether or not they are on the page. */
  readonly openId: string | null;
  /** The server's clock, Unix ms, for filters that go by age. */
  readonly nowMs: number;
}

export type ReadPage = Omit<ReadRosterQuery, 'visitors'> & {
  readonly visitors: NonNullable<ReadRosterQuery['visitors']>;
};

/** Reads a page from the server, never from the cache. Rejects when the list itself could not be had. */
export async function readPage(
  client: ApolloClient,
  { view, after, openId, nowMs }: PageWanted,
): Promise<ReadPage> {
  const { data, error } = await client.query({
    query: READ_ROSTER,
    variables: {
      siteId: view.siteId,
      first: PAGE_SIZE,
      after,
      filter: visitorFilter(view, nowMs),
      sort: view.sort,
      search: view.search === '' ? null : view.search,
      openId: openId ?? '',
      withOpen: openId !== null,
    },
    fetchPolicy: 'no-cache',
    errorPolicy: 'all',
  });
  if (!data?.visitors) throw new Error('The server sent no visitors.', { cause: error });
  return { ...data, visitors: data.visitors };
}
