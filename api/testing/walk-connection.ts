import { callApi } from './api-client';

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $sort: VisitorSort,
    $filter: VisitorFilter, $search: String) {
  visitors(first: $first, after: $after, last: $last, before: $before, sort: $sort, filter: $filter, search: $search) {
    edges { cursor node { id } } nodes { id } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

export interface WalkOptions {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly direction: 'forward' | 'backward';
  /** Of the pages, over and over again; from 1 to 100. */
  readonly sizes: readonly number[];
  /** Arguments of `visitors` besides. */
  readonly which: object;
  /** Runs after each page but the last. */
  readonly between?: () => Promise<unknown>;
  /** So many pages are too many. */
  readonly mostPages: number;
}

/**
 * Ids of all pages of `visitors` put together, in the order of the list. Rejects when a page contradicts itself or the one
 * before it, and when there is no end to them.
 */
export async function walkConnection(options: WalkOptions): Promise<string[]> {
  const { url, headers, direction, sizes, which, between, mostPages } = options;
  const pages: string[][] = [];
  let cursor: string | null = null;
  for (let i = 0; i < mostPages; i++) {
    const size = sizes[i % sizes.length]!;
    const slice = direction === 'forward' ? { first: size, after: cursor } : { last: size, before: cursor };
    const { data, errors } = await callApi(url, PAGE, { ...slice, ...which }, headers);
    if (errors) throw new Error(JSON.stringify(errors));
    const { edges, nodes, pageInfo } = data['visitors'] as Page;
    const ids = edges.map(({ node }) => node.id);
    expect(ids.length).toBeLessThanOrEqual(size);
    expect(nodes.map(({ id }) => id)).toEqual(ids);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
    if (ids.length > 0) {
      expect([startCursor, endCursor]).toEqual([edges[0]!.cursor, edges.at(-1)!.cursor]);
    }
    const [hasMore, hasBehind] =
      direction === 'forward' ? [hasNextPage, hasPreviousPage] : [hasPreviousPage, hasNextPage];
    expect(hasBehind).toBe(cursor !== null);
    pages.push(ids);
    if (!hasMore) return (direction === 'forward' ? pages : pages.reverse()).flat();
    cursor = direction === 'forward' ? endCursor : startCursor;
    await between?.();
  }
  throw new Error(`The list has no end after ${mostPages} pages`);
}

interface Page {
  readonly edges: { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}
