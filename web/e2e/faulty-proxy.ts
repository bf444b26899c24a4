import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenLocally } from './listen-locally';

/** What the proxy does with a call to the API instead of handing it on: nothing, cut it, never answer, or answer this. */
export type Fault = null | 'CUT' | 'HANG' | { readonly status: number; readonly retryAfter?: string };

export interface SeenCall {
  readonly operation: string;
  readonly input: Record<string, unknown>;
  /** The request body, letter by letter. */
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

export interface FaultyProxy {
  readonly url: string;
  /** Every call that arrived, refused or not. */
  readonly calls: SeenCall[];
  /** Preflights since the start. */
  preflights(): number;
  /** From now on. */
  setFault(fault: Fault): void;
  /** Resolves with the first call of that kind, and with at least such input if given, that was not handed out before. Rejects when it does not come. */
  next(operation: string, input?: Record<string, unknown>, patienceMs?: number): Promise<SeenCall>;
  close(): Promise<void>;
}

const PATIENCE_MS = 45_000;

/** A way to the node at `target` that writes down what passes, and can be made to fail as networks and servers do. */
export async function openFaultyProxy(target: string): Promise<FaultyProxy> {
  const calls: SeenCall[] = [];
  const handedOut = new Set<SeenCall>();
  const waiting: { isIt: (call: SeenCall) => boolean; resolve: (call: SeenCall) => void }[] = [];
  let fault: Fault = null;
  let preflights = 0;

  function arrive(call: SeenCall): void {
    calls.push(call);
    const at = waiting.findIndex(({ isIt }) => isIt(call));
    if (at < 0) return;
    handedOut.add(call);
    waiting.splice(at, 1)[0]!.resolve(call);
  }

  const server = await listenLocally(
    createServer((request, response) => {
      void text(request).then((body) => {
        if (request.method === 'OPTIONS') preflights++;
        if (request.method === 'POST') arrive(readCall(body, request.headers));
        if (fault && request.url === '/graphql') fail(fault, request, response);
        else handOn(target, request, body, response);
      });
    }),
  );
  return {
    url: server.url.replace('localhost', '127.0.0.1'),
    calls,
    preflights: () => preflights,
    setFault: (next) => (fault = next),
    next(operation, input = {}, patienceMs = PATIENCE_MS) {
      const isIt = (call: SeenCall) => call.operation === operation && covers(call.input, input);
      const here = calls.find((call) => isIt(call) && !handedOut.has(call));
      if (here) handedOut.add(here);
      if (here) return Promise.resolve(here);
      return new Promise((resolve, reject) => {
        const tooLate = setTimeout(() => {
          const seen = calls.map(({ body }) => body).join('\n');
          reject(new Error(`No ${operation} with ${JSON.stringify(input)} came in time, but:\n${seen}`));
        }, patienceMs);
        waiting.push({ isIt, resolve: (call) => (clearTimeout(tooLate), resolve(call)) });
      });
    },
    close: server.close,
  };
}

function covers(seen: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || !wanted) return seen === wanted;
  const entries = Object.entries(wanted);
  return !!seen && entries.every(([name, value]) => covers((seen as Record<string, unknown>)[name], value));
}

function readCall(body: string, headers: IncomingMessage['headers']): SeenCall {
  const { query, variables } = JSON.parse(body) as { query: string; variables: { i: SeenCall['input'] } };
  return { operation: /\{r:(\w+)/.exec(query)?.[1] ?? '', input: variables.i, body, headers };
}

function fail(fault: Exclude<Fault, null>, request: IncomingMessage, response: ServerResponse): void {
  if (fault === 'CUT') request.socket.destroy();
  if (typeof fault === 'string') return;
  const origin = request.headers.origin ?? '*';
  response.writeHead(request.method === 'OPTIONS' ? 204 : fault.status, {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'content-type',
    'access-control-expose-headers': 'retry-after',
    ...(fault.retryAfter ? { 'retry-after': fault.retryAfter } : {}),
  });
  response.end();
}

function handOn(target: string, request: IncomingMessage, body: string, response: ServerResponse): void {
  const { method, headers } = request;
  const onward = forward(new URL(request.url ?? '/', target), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  onward.end(body);
}
