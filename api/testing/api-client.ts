import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
  readonly errors: { message: string; path?: unknown; extensions: Record<string, unknown> }[] | undefined;
  readonly extensions: Record<string, unknown> | undefined;
}

/** Sends one operation by HTTP, as any client would. */
export async function callApi(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors, extensions } = (await response.json()) as ApiAnswer;
  return { status: response.status, headers: response.headers, data, errors, extensions };
}

/** A subscriber over a real socket. */
export interface Subscriber {
  /** The next update; rejects when the subscription ends instead. */
  next(): Promise<Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any
  close: () => Promise<void>;
}

/** Opens a socket with the credential and subscribes. Updates wait until they are asked for. */
export function subscribeApi(
  url: string,
  query: string,
  variables: Record<string, unknown>,
  authorization: string,
): Subscriber {
  const client: Client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 0,
  });
  const results = client.iterate<Record<string, unknown>>({ query, variables });
  return {
    async next() {
      const { done, value } = await results.next();
      if (done) throw new Error('The subscription ended');
      if (value.errors) throw new Error(JSON.stringify(value.errors));
      return value.data as Record<string, unknown>;
    },
    async close() {
      await results.return?.();
      await client.dispose();
    },
  };
}
