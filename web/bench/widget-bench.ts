import type { Browser, Page } from 'playwright-core';
import { openChromium, PERSON } from '../e2e/open-chromium';
import { startPorchlight } from '../e2e/running-porchlight';
import { quantile } from './quantile';
import { scriptCost, TRACE_CATEGORIES, type ScriptCost } from './script-cost';

const THROTTLE = 4;
const SETTLED_MS = 500;

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
    const found: ScriptCost[][] = STEPS.map(() => []);
    const longTasks: Record<string, number[]> = { with: [], without: [] };
    for (let run = 0; run < runs; run++) {
      const page = await openPage(browser, porchlight.demoUrl, tag);
      for (const [at, step] of STEPS.entries()) found[at]!.push(await measure(browser, page, step));
      await page.context().close();
      for (const [name, head] of Object.entries({ with: tag, without: '' }))
        longTasks[name]!.push(await countLongTasks(browser, porchlight.demoUrl, head));
    }
    STEPS.forEach(({ name }, at) => {
      const of = (field: keyof ScriptCost) => found[at]!.map((cost) => cost[field]);
      const ms = of('ms');
      say(
        `${name}: ${quantile(ms, 0.5).toFixed(1)} ms (${Math.min(...ms).toFixed(1)} to ${Math.max(...ms).toFixed(1)}), longest task with it ${quantile(of('longestTaskMs'), 0.5).toFixed(1)} ms`,
      );
    });
    for (const [name, counts] of Object.entries(longTasks))
      say(`tasks over 50 ms that a page ${name} the widget observed: ${counts.join(', ')}`);
  } finally {
    await browser.close();
    await porchlight.stop();
  }
}

async function openPage(browser: Browser, siteUrl: string, head: string): Promise<Page> {
  const context = await browser.newContext({ userAgent: PERSON });
  const page = await context.newPage();
  const serve = (path: string, text: string) =>
    page.route(siteUrl + path, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Bench</title>${text}<p>Hello` }),
    );
  await serve('blank', '');
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
