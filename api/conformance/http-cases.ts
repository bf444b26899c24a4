import assert from 'node:assert/strict';
import type { ConformanceCase } from './conformance-case';
import { exchange, JSON_TYPE, PREFLIGHT } from './exchange';

interface HttpRow {
  readonly title: string;
  readonly body?: string | FormData;
  /** By default those of JSON when there is a body. */
  readonly headers?: Record<string, string>;
  readonly search?: string;
  readonly status: number;
  readonly code?: string;
  readonly allow?: string;
}

const QUERY = JSON.stringify({ query: '{ viewer { kind } }' });
const MUTATION = '?query=mutation{logout{agentId}}';
const GET = '?query={viewer{kind}}';
const form = new FormData();
form.set('operations', QUERY);

const ROWS: readonly HttpRow[] = [
  { title: 'a query by POST is answered', body: QUERY, status: 200 },
  {
    title: 'a query by GET with a header that forces a preflight is answered',
    headers: PREFLIGHT,
    search: GET,
    status: 200,
  },
  { title: '[X-16] a GET that needs no preflight is refused', search: GET, status: 400, code: 'BAD_REQUEST' },
  {
    title: '[X-16] plain text is refused',
    body: QUERY,
    headers: { 'content-type': 'text/plain' },
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    title: '[X-16] the form of another site is refused',
    body: 'query=mutation{logout{agentId}}',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 400,
    code: 'BAD_REQUEST',
  },
  { title: '[X-16] a form with parts is refused', body: form, headers: {}, status: 400, code: 'BAD_REQUEST' },
  {
    title: '[X-16] a mutation by GET is refused, and told the method that is allowed',
    headers: PREFLIGHT,
    search: MUTATION,
    status: 405,
    code: 'BAD_REQUEST',
    allow: 'POST',
  },
  {
    title: 'a GET that says its nothing is plain text is refused',
    headers: { ...PREFLIGHT, 'content-type': 'text/plain' },
    search: GET,
    status: 415,
    code: 'BAD_REQUEST',
  },
  {
    title: '[X-07] a list of operations is refused',
    body: `[${QUERY}]`,
    status: 400,
    code: 'BATCHING_DISABLED',
  },
  { title: '[X-07] an empty list is refused', body: '[]', status: 400, code: 'BATCHING_DISABLED' },
  { title: 'half a JSON text is refused as JSON', body: '{"query":', status: 400, code: 'BAD_REQUEST' },
  { title: 'an empty body is refused', body: '', status: 400, code: 'BAD_REQUEST' },
  { title: 'a body without a query is refused', body: '{}', status: 400, code: 'BAD_REQUEST' },
  { title: 'a query that is a number is refused', body: '{"query":1}', status: 400, code: 'BAD_REQUEST' },
  {
    title: '[X-05] a body over 64 KiB is refused as JSON',
    body: JSON.stringify({ query: 'x'.repeat(66_000) }),
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
  },
  {
    title: 'a query known by its hash only is refused',
    body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } }),
    status: 200,
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  },
];

const ROW_CASES = ROWS.map(
  ({ title, body, headers = body === undefined ? {} : JSON_TYPE, search, status, code, allow }) => ({
    title,
    run: async (target: Parameters<ConformanceCase['run']>[0]) => {
      const method = body === undefined ? 'GET' : 'POST';
      const answer = await exchange(target, { method, headers, body }, search);
      assert.deepEqual([answer.status, answer.codes], [status, code ? [code] : []]);
      assert.equal(answer.headers.get('allow') ?? undefined, allow);
    },
  }),
);

/** What of HTTP the audits leave open. */
export const HTTP_CASES: readonly ConformanceCase[] = [
  ...ROW_CASES,
  {
    title: 'an answer in parts is refused',
    run: async ({ url }) => {
      const headers = { ...JSON_TYPE, accept: 'multipart/mixed' };
      const { status } = await fetch(`${url}/graphql`, { method: 'POST', headers, body: QUERY });
      assert.equal(status, 406);
    },
  },
];
