import { openChromium } from '../e2e/open-chromium';
import { startPorchlight } from '../e2e/running-porchlight';
import { signIn } from '../e2e/sign-in';
import { NO_LIMITS } from './no-limits';
import { quantile } from './quantile';
import { siteKey } from './site-key';
import { VisitorLoad } from './visitor-load';
import { watchStates } from './watch-states';

const EVERY_MS = 150;
/** So high that every row is drawn. */
const VIEWPORT = { width: 1440, height: 6_000 };
const LAST_PAINT_MS = 60_000;

/** How long after a widget's call an agent sees it: a visitor who comes, and one whose tab is closed. */
export async function runLatencyBench({
  visitors,
  say,
}: {
  readonly visitors: number;
  readonly say: (line: string) => void;
}): Promise<void> {
  const porchlight = await startPorchlight({ ...NO_LIMITS, PORCHLIGHT_DEMO_VISITORS: '0' });
  const browser = await openChromium();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await signIn(page, porchlight);
    await page.getByRole('button', { name: 'Sign in' }).waitFor({ state: 'detached' });
    const load = new VisitorLoad(
      `${porchlight.dashboardUrl}graphql`,
      await siteKey(page, porchlight),
      visitors,
    );
    const painted = await watchStates(page);
    for (const { state, act, title } of [
      { state: 'online', act: load.come, title: 'from the call of a widget to a row that says "online"' },
      {
        state: 'offline',
        act: load.go,
        title: 'from the goodbye of a closed tab to a row that says "offline"',
      },
    ]) {
      const calledAt: number[] = [];
      for (let i = 0; i < visitors; i += 1) {
        calledAt.push(performance.timeOrigin + performance.now());
        await Promise.all([act(i), page.waitForTimeout(EVERY_MS)]);
      }
      const rows = page.locator(`[data-visitor][data-state=${state}]`);
      await rows.nth(visitors - 1).waitFor({ timeout: LAST_PAINT_MS });
      const at = await painted();
      const tookMs = calledAt.map((ms, i) => (at[`${load.nameOf(i)} ${state}`] ?? Infinity) - ms);
      const figure = (share: number): string => `${Math.round(quantile(tookMs, share))} ms`;
      say(`${title}: p50 ${figure(0.5)}, p95 ${figure(0.95)}, at most ${figure(1)} of ${visitors}`);
    }
  } finally {
    await browser.close();
    await porchlight.stop();
  }
}
