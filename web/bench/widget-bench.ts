import type { Browser, Page } from 'playwright-core';
import { openChromium, PERSON } from '../e2e/open-chromium';
import { startPorchlight } from '../e2e/running-porchlight';
import { quantile } from './quantile';
import { scriptCost, TRACE_CATEGORIES, type ScriptCost } from './script-cost';

const THROTTLE = 4;
const SETTLED_MS = 500;
/** Looks into the storage and sends one call, which nobody can do with less. */
const LEAST = `const kept = localStorage.porchlight;
setTimeout(() =>
  fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{r:identify( __typename}"}',
  }).then((response) => response.json()));`;

/** What happens on a page, most with the call that shows that the widget has dealt with it. */
const STEPS: readonly { name: string; call?: string; act: (page: Page) => Promise<unknown> }[] = [
  { name: 'first page', call: 'identify', act: (page) => page.goto(page.url().replace('blank', 'bench')) },
  { name: 'next page', call: 'identify', act: (page) => page.reload() },
  {
    name: 'route of a single-page app',
    call: 'recordPageView',
    act: (page) => page.evaluate(() => history.pushState(null, '', '/demo/bench/2')),
  },
  { name: 'tab hidden', call: 'heartbeat', act: (page) => look(page, true) },
  { name: 'tab shown', call: 'heartbeat', act: (page) => look(page, false) },
  // The goodbye outlives its page, and so nobody hears its answer.
  { name: 'goodbye', act: (page) => page.goto(page.url().replace('bench/2', 'blank')) },
];

/** What the widget costs a page that has nothing else, on a processor slowed four times: the median of several runs. */
export async function runWidgetBench({
  runs,
  say,
}: {
  readonly runs: number;
  readonly say: (line: string) => void;
}): Promise<void> {
  const porchlight = await startPorchlight({ PORCHLIGHT_DEMO_VISITORS: '0' });
  const browser = await openChromium();
  try {
    const [, key = ''] = /data-site="([^"]+)"/.exec(await (await fetch(porchlight.demoUrl)).text()) ?? [];
    const tag = `<script async src="/w.js" data-site="${key}"></script>`;
    const found = new Map<string, ScriptCost[]>();
    const longTasks = new Map<string, number[]>();
    const note = <T>(notes: Map<string, T[]>, name: string, value: T) =>
      notes.set(name, [...(notes.get(name) ?? []), value]);
    for (let run = 0; run < runs; run++) {
      for (const [suffix, script, steps] of [
        ['', undefined, STEPS],
        [', with a script of two lines instead', LEAST, STEPS.slice(0, 2)],
      ] as const) {
        const page = await openPage(browser, porchlight.demoUrl, tag, script);
        for (const step of steps) note(found, step.name + suffix, await measure(browser, page, step));
        await page.context().close();
      }
      for (const [name, head] of Object.entries({ with: tag, without: '' }))
        note(longTasks, name, await countLongTasks(browser, porchlight.demoUrl, head));
    }
    for (const [name, costs] of found) {
      const ms = costs.map((cost) => cost.ms);
      const task = quantile(
        costs.map(({ longestTaskMs }) => longestTaskMs),
        0.5,
      );
      say(
        `${name}: ${quantile(ms, 0.5).toFixed(1)} ms (${Math.min(...ms).toFixed(1)} to ${Math.max(...ms).toFixed(1)}), its longest task ${task.toFixed(1)} ms`,
      );
    }
    for (const [name, counts] of longTasks)
      say(`tasks over 50 ms that a page ${name} the widget observed: ${counts.join(', ')}`);
  } finally {
    await browser.close();
    await porchlight.stop();
  }
}

async function openPage(browser: Browser, siteUrl: string, head: string, script?: string): Promise<Page> {
  const context = await browser.newContext({ userAgent: PERSON });
  const page = await context.newPage();
  const serve = (path: string, text: string) =>
    page.route(siteUrl + path, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Bench</title>${text}<p>Hello` }),
    );
  await serve('blank', '');
  if (script)
    await page.route('**/w.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await serve('bench', head);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.goto(`${siteUrl}blank`);
  return page;
}

async function measure(
  browser: Browser,
  page: Page,
  { call, act }: (typeof STEPS)[number],
): Promise<ScriptCost> {
  await page.waitForTimeout(SETTLED_MS);
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  const heard =
    call && page.waitForResponse((response) => !!response.request().postData()?.includes(`{r:${call}(`));
  await act(page);
  await heard;
  await page.waitForTimeout(SETTLED_MS);
  return scriptCost(await browser.stopTracing(), '/w.js');
}

async function countLongTasks(browser: Browser, siteUrl: string, head: string): Promise<number> {
  const observe = `<script>window.tasks = 0; new PerformanceObserver((list) => (tasks += list.getEntries().length)).observe({ type: 'longtask' });</script>`;
  const page = await openPage(browser, siteUrl, observe + head);
  await page.goto(`${siteUrl}bench`);
  await page.waitForTimeout(SETTLED_MS * 2);
  const count = await page.evaluate(() => (window as unknown as { tasks: number }).tasks);
  await page.context().close();
  return count;
}

/** What a browser tells a page whose tab is hidden or shown. */
function look(page: Page, isHidden: boolean): Promise<void> {
  return page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}
