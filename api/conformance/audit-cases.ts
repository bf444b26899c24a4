import { serverAudits } from 'graphql-http';
import type { ConformanceCase } from './conformance-case';
import { PREFLIGHT } from './exchange';
import type { Target } from './target';

/** What the authors of GraphQL over HTTP ask of a server. */
export const AUDIT_CASES: readonly ConformanceCase[] = serverAudits({ url: '' }).map(({ id, name }) => ({
  title: `${id} ${name}`,
  run: async (target) => {
    const result = await auditsOf(target)
      .find((audit) => audit.id === id)!
      .fn();
    if (result.status !== 'ok') throw new Error(`${result.reason}; got status ${result.response.status}`);
  },
}));

// They ask about the schema, and by GET, so they come as somebody who may.
function auditsOf({ url, apiKey }: Target) {
  return serverAudits({
    url: `${url}/graphql`,
    fetchFn: (input: string, init: RequestInit = {}) => {
      const headers = new Headers({ ...PREFLIGHT, authorization: `Bearer ${apiKey}` });
      new Headers(init.headers).forEach((value, name) => headers.set(name, value));
      return fetch(input, { ...init, headers });
    },
  });
}
