import type { Browser, CDPSession, Page } from 'playwright-core';
import { openChromium } from '../e2e/open-chromium';
import { startPorchlight } from '../e2e/running-porchlight';
import { signIn } from '../e2e/sign-in';
import { clickDelays } from './click-delays';
import { markWork, watchMainThread, type MainThread, type Task } from './main-thread';
import { NO_LIMITS } from './no-limits';
import { quantile } from './quantile';
import { shownDifferences } from './shown-differences';
import { siteKey } from './site-key';
import { VisitorLoad, type LoadResult } from './visitor-load';

export interface DashboardBenchOptions {
  readonly visitors: number;
  readonly perSecond: number;
  readonly seconds: number;
  readonly say: Say;
}

type Say = (line: string) => void;

const ROW = '[data-visitor]';
const THROTTLE = 4;
const LONG_TASK_MS = 50;
const CLICKS = 20;
const CLICK_EVERY_MS = 500;
const SETTLED_MS = 3_000;
const WARM_UP_MS = 5_000;
const MIB = 1024 * 1024;
const HOW_LONG: readonly (readonly [string, (task: Task) => number])[] = [
  ['of processor time', ({ processorMs }) => processorMs],
  ['by the clock, the load beside it', ({ clockMs }) => clockMs],
];

/** An agent's page before a busy site: what its main thread, its clicks and its memory cost, and whether it is right in the end. */
export async function runDashboardBench(options: DashboardBenchOptions): Promise<void> {
  const { visitors, perSecond, seconds, say } = options;
  const porchlight = await startPorchlight({ ...NO_LIMITS, PORCHLIGHT_DEMO_VISITORS: '0' });
  const browser = await openChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await markWork(page);
    await signIn(page, porchlight);
    await page.getByRole('button', { name: 'Sign in' }).waitFor({ state: 'detached' });
    const load = new VisitorLoad(
      `${porchlight.dashboardUrl}graphql`,
      await siteKey(page, porchlight),
      visitors,
    );
    say(`${visitors} visitors come online…`);
    await load.comeOnline();
    await page.reload();
    await page.locator(ROW).first().waitFor();

    const session = await page.context().newCDPSession(page);
    await load.change(perSecond, WARM_UP_MS);
    for (const throttle of [1, THROTTLE]) {
      say(`${perSecond} changes a second for ${seconds} s, processor slowed ${throttle} times…`);
      await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
      report(await measure({ browser, page, session, load, options }), say);
    }
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await load.comeBack();
    await page.waitForTimeout(SETTLED_MS);
    const differences = await shownDifferences(page, `${porchlight.dashboardUrl}graphql`);
    differences.forEach(say);
    say(`rows that differ from the server in the end: ${differences.length}`);
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await porchlight.stop();
  }
}

interface Measuring {
  readonly browser: Browser;
  readonly page: Page;
  readonly session: CDPSession;
  readonly load: VisitorLoad;
  readonly options: DashboardBenchOptions;
}

interface Measured {
  /** While the site changed and the agent only looked. */
  readonly looking: MainThread;
  /** While the agent clicked as well. */
  readonly clicking: MainThread;
  readonly clickMs: readonly number[];
  readonly heapGrowthBytes: number;
  readonly loads: readonly LoadResult[];
}

async function measure({ browser, page, session, load, options }: Measuring): Promise<Measured> {
  const { perSecond, seconds } = options;
  const loads: LoadResult[] = [];
  const heapBefore = await heapBytes(session);
  const looking = await watchMainThread(browser, page, async () => {
    loads.push(await load.change(perSecond, seconds * 1000));
  });
  const heapGrowthBytes = (await heapBytes(session)) - heapBefore;
  let clickMs: readonly number[] = [];
  const clicking = await watchMainThread(browser, page, async () => {
    const changing = load.change(perSecond, (CLICKS + 1) * CLICK_EVERY_MS);
    clickMs = await clickDelays(page, ROW, { clicks: CLICKS, everyMs: CLICK_EVERY_MS });
    loads.push(await changing);
  });
  return { looking, clicking, clickMs, heapGrowthBytes, loads };
}

function report({ looking, clicking, clickMs, heapGrowthBytes, loads }: Measured, say: Say): void {
  const seconds = loads[0]!.tookMs / 1000;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  say(
    `  changes sent ${sum(loads.map(({ changes }) => changes))}, refused ${sum(loads.map(({ refused }) => refused))}, ` +
      `latest start ${ms(Math.max(...loads.map(({ latestStartMs }) => latestStartMs)))}`,
  );
  for (const [how, took] of HOW_LONG) {
    say(`  ${how}:`);
    say(`    looking: tasks ${longTasks(looking, took)}`);
    say(`    busy ${(sum(looking.tasks.map(took)) / seconds / 10).toFixed(1)} % of the time`);
    say(`    taking changes in: ${spread(looking.flushes.map(took))}`);
    say(`    putting them on the page, which is drawn in slices: ${spread(looking.drawings.map(took))}`);
    say(`    clicking: tasks ${longTasks(clicking, took)}`);
  }
  say(`  ${(looking.commits / seconds).toFixed(1)} React commits a second`);
  say(`  heap grew by ${(heapGrowthBytes / MIB).toFixed(1)} MiB`);
  say(
    `  from a click on a row to the next frame: p75 ${ms(quantile(clickMs, 0.75))}, ` +
      `worst of ${clickMs.length} ${ms(quantile(clickMs, 1))}`,
  );
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

const spread = (values: readonly number[]): string =>
  `p50 ${ms(quantile(values, 0.5))}, p95 ${ms(quantile(values, 0.95))}, at most ${ms(quantile(values, 1))} of ${values.length}`;

function longTasks({ tasks }: MainThread, took: (task: Task) => number): string {
  const all = tasks.map(took);
  const long = all.filter((one) => one > LONG_TASK_MS).length;
  return `${long} over ${LONG_TASK_MS} ms of ${all.length}, longest ${ms(quantile(all, 1))}`;
}

async function heapBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
