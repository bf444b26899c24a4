import assert from 'node:assert/strict';
import type { Target } from './target';

export interface Exchanged {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
  /** Of the errors, each once, in the order they came. */
  readonly codes: string[];
  readonly text: string;
}

export const JSON_TYPE = { 'content-type': 'application/json' };
/** A header that no page can send elsewhere without asking first. */
export const PREFLIGHT = { 'apollo-require-preflight': 'true' };

/** Sends one HTTP request and reads the answer, which has to be JSON, and clean: a code and a request id for each error, nothing of the inside. */
export async function exchange({ url }: Target, init: RequestInit, search = ''): Promise<Exchanged> {
  const response = await fetch(`${url}/graphql${search}`, init);
  const text = await response.text();
  assert.match(response.headers.get('content-type') ?? 'none', /^application\/(graphql-response\+)?json\b/);
  const { data, errors = [] } = JSON.parse(text) as {
    data?: unknown;
    errors?: { extensions: { code: string; requestId: string } }[];
  };
  for (const { extensions } of errors) assert.ok(extensions.requestId);
  assert.doesNotMatch(text, /node_modules|\/api\/|at .*\.js|call stack/);
  const codes = [...new Set(errors.map(({ extensions }) => extensions.code))];
  return { status: response.status, headers: response.headers, data, codes, text };
}
