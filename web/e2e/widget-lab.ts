import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startTestNode, type TestNode } from '../../api/testing/test-node';
import { callApi } from '../../api/testing/api-client';
import { untilPasses } from '../../api/testing/until-passes';
import { openFaultyProxy, type FaultyProxy } from './faulty-proxy';
import { listenLocally } from './listen-locally';
import { openChromium, PERSON } from './open-chromium';

export interface WidgetLab {
  readonly node: TestNode;
  /** The way to the node that the pages know. */
  readonly api: FaultyProxy;
  /** Origin of the pages, another than the API's. */
  readonly pages: string;
  /** The script tag, with more attributes. */
  tag(more?: string): string;
  /** What is served at a path of the pages. One that ends with a star is a beginning of paths. */
  page(path: string, html: string, headers?: Record<string, string>): void;
  /** Every path of the pages that was asked for. */
  readonly asked: string[];
  /** A browser profile of its own, in which a person sits. */
  person(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Opens a page, and writes down what it complains of but for the line that browsers print for a failed request. */
  open(context: BrowserContext, path: string): Promise<{ page: Page; complaints: string[] }>;
  /** What was announced of a visitor, oldest first. */
  storyOf(visitorId: string): Promise<string[]>;
  /** Lets the time pass after which silence is offline: whatever a test left is gone for the next. */
  forget(): Promise<void>;
  /** Closes a profile, and forgets it. */
  leave(context: BrowserContext): Promise<void>;
  /** The ids of everybody who is online. */
  online(): Promise<string[]>;
  /** The address that each of them is viewing. */
  viewing(): Promise<(string | undefined)[]>;
  close(): Promise<void>;
}

/** Of a hidden tab. */
const LONGEST_SESSION_MS = 151_000;
const FIXTURES = join(__dirname, 'fixtures');

/** A real node behind a proxy that can fail, a site with pages on another origin, and a real browser. */
export async function openWidgetLab(env: Record<string, string> = {}): Promise<WidgetLab> {
  const node = await startTestNode({ env: { PORCHLIGHT_SWEEP_MS: '200', ...env } });
  const api = await openFaultyProxy(node.url);
  let browser: Promise<Browser> | undefined;
  const served = new Map<string, { html: string; headers: Record<string, string> }>();
  const asked: string[] = [];
  const site = await listenLocally(
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://x');
      asked.push(pathname);
      const [, first = ''] = pathname.split('/');
      const found = served.get(pathname) ?? served.get(`/${first}*`) ?? readFixture(pathname);
      if (!found) return void response.writeHead(404).end();
      const html = found.html.replaceAll('{{API}}', api.url).replaceAll('{{SITE}}', node.site.key);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...found.headers }).end(html);
    }),
  );
  const forget = () =>
    untilPasses(async () => {
      node.advanceClock(LONGEST_SESSION_MS);
      expect(await whoIsOnline(node)).toEqual([]);
      // The next test waits for calls of its own.
      api.calls.length = 0;
    });
  return {
    node,
    api,
    pages: site.url,
    asked,
    tag: (more = '') => `<script async src="${api.url}/w.js" data-site="${node.site.key}" ${more}></script>`,
    page: (path, html, headers = {}) => void served.set(path, { html, headers }),
    async person(options = {}) {
      const opened = await (browser ??= openChromium());
      return opened.newContext({
        userAgent: PERSON,
        locale: 'pt-PT',
        timezoneId: 'Europe/Lisbon',
        ...options,
      });
    },
    async open(context, path) {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (line) => {
        if (!/Failed to load resource/.test(line.text())) complaints.push(line.text());
      });
      await page.goto(site.url + path);
      return { page, complaints };
    },
    async storyOf(visitorId) {
      const changes = await node.services.changes.readAfter(node.site.id, { epoch: '', offset: 0 });
      return (changes ?? []).flatMap((change) =>
        change.kind !== 'RESYNC' && change.visitorId === visitorId ? [change.kind] : [],
      );
    },
    forget,
    async leave(context) {
      await context.close();
      await forget();
    },
    online: async () => (await whoIsOnline(node)).map(({ id }) => id),
    viewing: async () => (await whoIsOnline(node)).map(({ currentPage }) => currentPage?.url),
    async close() {
      await (await browser)?.close();
      await site.close();
      await api.close();
      await node.close();
    },
  };
}

// Below /fixtures/<name>/ every path is the one page of that single-page app.
function readFixture(pathname: string) {
  const [, name] = /^\/fixtures\/([a-z-]+)(\/|$)/.exec(pathname) ?? [];
  return name ? { html: readFileSync(join(FIXTURES, `${name}.html`), 'utf8'), headers: {} } : undefined;
}

interface Seen {
  readonly id: string;
  readonly currentPage: { readonly url: string } | null;
}

async function whoIsOnline(node: TestNode): Promise<Seen[]> {
  const query = '{ visitors(first: 100, filter: { isOnline: true }) { nodes { id currentPage { url } } } }';
  const { data } = await callApi(node.url, query, {}, { authorization: `Bearer ${node.apiKey}` });
  return (data?.visitors as { nodes: Seen[] }).nodes;
}
