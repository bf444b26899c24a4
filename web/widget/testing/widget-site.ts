import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface ReceivedCall {
  readonly operation: string;
  readonly input: Record<string, unknown>;
  readonly contentType: string | undefined;
}

export interface WidgetSite {
  /** Where the pages are; another origin than the API. */
  readonly pages: string;
  /** Where the script and the API are. */
  readonly api: string;
  /** What is served at a path of the pages, with headers if wanted. */
  page(path: string, html: string, headers?: Record<string, string>): void;
  readonly calls: ReceivedCall[];
  /** Resolves with the first call of that kind not handed out before. */
  next(operation: string): Promise<ReceivedCall>;
  /** Preflights since the start. */
  preflights(): number;
  close(): Promise<void>;
}

/** The built widget and a small API on one origin, pages on another: real HTTP, for a real browser. */
export async function openWidgetSite(): Promise<WidgetSite> {
  const script = buildWidget();
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const calls: ReceivedCall[] = [];
  const handedOut = new Set<ReceivedCall>();
  const waiting: { operation: string; resolve: (call: ReceivedCall) => void }[] = [];
  let preflights = 0;

  function arrive(call: ReceivedCall): void {
    calls.push(call);
    const at = waiting.findIndex(({ operation }) => operation === call.operation);
    if (at < 0) return;
    handedOut.add(call);
    waiting.splice(at, 1)[0]!.resolve(call);
  }

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const page = pages.get(path);
    if (path === '/w.js') return void response.setHeader('content-type', 'text/javascript').end(script);
    if (page)
      return void response.writeHead(200, { 'content-type': 'text/html', ...page.headers }).end(page.html);
    if (path !== '/graphql') return void response.writeHead(404).end();
    response.setHeader('access-control-allow-origin', request.headers.origin ?? 'null');
    response.setHeader('vary', 'origin');
    if (request.method === 'OPTIONS') {
      preflights++;
      response.setHeader('access-control-allow-headers', 'content-type');
      return void response.setHeader('access-control-max-age', '7200').writeHead(204).end();
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { query, variables } = JSON.parse(body) as {
        query: string;
        variables: { i: Record<string, unknown> };
      };
      const operation = /^mutation (\w+)/.exec(query)?.[1] ?? '';
      arrive({ operation, input: variables.i, contentType: request.headers['content-type'] });
      const r = {
        visitorToken: variables.i.visitorToken ?? 'token-1',
        nextHeartbeatSeconds: 20,
        userErrors: [],
      };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { r } }));
    });
  });
  const port = await listen(server);
  return {
    pages: `http://localhost:${port}`,
    api: `http://127.0.0.1:${port}`,
    page: (path, html, headers = {}) => void pages.set(path, { html, headers }),
    calls,
    next(operation) {
      const here = calls.find((call) => call.operation === operation && !handedOut.has(call));
      if (here) handedOut.add(here);
      return here ? Promise.resolve(here) : new Promise((resolve) => waiting.push({ operation, resolve }));
    },
    preflights: () => preflights,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function buildWidget(): string {
  const project = resolve(__dirname, '../../..');
  const outDir = mkdtempSync(join(tmpdir(), 'porchlight-widget-'));
  const vite = join(project, 'node_modules/vite/bin/vite.js');
  const build = ['build', '-c', 'web/widget/vite.config.mts', '--outDir', outDir];
  try {
    execFileSync(process.execPath, [vite, ...build], { cwd: project, stdio: 'pipe' });
    return readFileSync(join(outDir, 'w.js'), 'utf8');
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, () => resolve((server.address() as AddressInfo).port)));
}
