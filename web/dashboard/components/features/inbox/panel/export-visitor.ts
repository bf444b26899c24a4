import type { ApolloClient } from '@apollo/client';
import { EXPORT_VISITOR } from '../../../../documents/export-visitor';
import type { ExportVisitorQuery } from '../../../../../generated/graphql';

/** Everything held about a person, every page of their changes included. Rejects rather than leaving anything out. */
export async function exportVisitor(
  client: ApolloClient,
  { id, siteId }: { readonly id: string; readonly siteId: string },
): Promise<object> {
  const changes: NonNullable<ExportVisitorQuery['presenceChanges']>['nodes'] = [];
  let after: string | null = null;
  for (;;) {
    const answer: ApolloClient.QueryResult<ExportVisitorQuery> = await client.query({
      query: EXPORT_VISITOR,
      variables: { id, siteId, after },
      fetchPolicy: 'no-cache',
    });
    const { data } = answer;
    if (!data?.visitor || !data.presenceChanges) throw new Error('The server sent no visitor.');
    changes.push(...data.presenceChanges.nodes);
    const { hasNextPage, endCursor } = data.presenceChanges.pageInfo;
    if (!hasNextPage || endCursor === null) return { visitor: data.visitor, presenceChanges: changes };
    after = endCursor;
  }
}
