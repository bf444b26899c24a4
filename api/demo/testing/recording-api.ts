import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordedCall {
  readonly operation: string;
  readonly input: Record<string, unknown>;
  readonly headers: IncomingHttpHeaders;
}

export interface RecordingApi {
  readonly graphqlUrl: string;
  readonly calls: RecordedCall[];
  /** The most calls that were open at one time. */
  readonly mostAtOnce: () => number;
  /** Decides how calls are answered from now on; nothing given: as a healthy API does. */
  answer(reply?: (call: RecordedCall, response: ServerResponse) => void): void;
  /** Resolves once a call of that kind has come. */
  seen(operation: string): Promise<RecordedCall>;
  close(): Promise<void>;
}

/** A small real HTTP server where the API would be, which remembers what it is asked. */
export async function startRecordingApi(): Promise<RecordingApi> {
  const calls: RecordedCall[] = [];
  const waiting: { operation: string; resolve: (call: RecordedCall) => void }[] = [];
  let reply = accept;
  let open = 0;
  let most = 0;

  const server = createServer((request, response) => {
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { query, variables } = JSON.parse(body) as {
        query: string;
        variables: { input: Record<string, unknown> };
      };
      const operation = /^mutation (\w+)/.exec(query)?.[1] ?? '';
      const call = { operation, input: variables.input, headers: request.headers };
      calls.push(call);
      reply(call, response);
      waiting.filter((one) => one.operation === operation).forEach(({ resolve }) => resolve(call));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    graphqlUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    calls,
    mostAtOnce: () => most,
    answer: (next = accept) => void (reply = next),
    seen(operation) {
      const here = calls.find((call) => call.operation === operation);
      return here ? Promise.resolve(here) : new Promise((resolve) => waiting.push({ operation, resolve }));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function accept({ operation, input }: RecordedCall, response: ServerResponse): void {
  const token = typeof input.externalId === 'string' ? input.externalId : input.tabId;
  const answer = {
    visitorToken: operation === 'identify' ? (input.visitorToken ?? `token-${String(token)}`) : undefined,
    nextHeartbeatSeconds: operation === 'disconnect' ? undefined : input.isVisible === false ? 55 : 20,
    userErrors: [],
  };
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { answer } }));
}
