import { signIn } from '../../api/testing/sign-in';
import { startPorchlight } from '../e2e/running-porchlight';
import { quantile } from './quantile';
import { runLighthouse, type LighthouseRun } from './run-lighthouse';

const VISITORS = '50';

/** What Lighthouse finds of the dashboard and of a page with the widget, on the build that is served: the median of several runs. */
export async function runLighthouseBench({
  runs,
  say,
}: {
  readonly runs: number;
  readonly say: (line: string) => void;
}): Promise<void> {
  const porchlight = await startPorchlight({ PORCHLIGHT_DEMO_VISITORS: VISITORS });
  try {
    const { cookie } = await signIn(new URL(porchlight.dashboardUrl).origin, porchlight);
    const pages = [
      { name: 'sign-in', url: porchlight.dashboardUrl },
      { name: 'roster', url: porchlight.dashboardUrl, cookie },
      { name: 'demo page with the widget', url: porchlight.demoUrl },
    ];
    for (const { name, url, cookie: as } of pages) {
      for (const isDesktop of [true, false]) {
        const found: LighthouseRun[] = [];
        while (found.length < runs)
          found.push(await runLighthouse(url, { isDesktop, ...(as ? { cookie: as } : {}) }));
        tell(`${name}, ${isDesktop ? 'desktop' : 'phone'}`, found, say);
      }
    }
  } finally {
    await porchlight.stop();
  }
}

function tell(title: string, runs: readonly LighthouseRun[], say: (line: string) => void): void {
  const scores = Object.keys(runs[0]!.scores).map(
    (id) =>
      `${id} ${quantile(
        runs.map((run) => run.scores[id]!),
        0.5,
      )}`,
  );
  say(`${title}: ${scores.join(', ')}`);
  runs.forEach(({ figures }) =>
    say(
      `  ${Object.entries(figures)
        .map(([id, value]) => `${id} ${value.replace(/\s/g, ' ')}`)
        .join(', ')}`,
    ),
  );
  new Set(runs.flatMap(({ faults }) => faults)).forEach((fault) => say(`  lost points: ${fault}`));
}
