import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { runDashboardBench } from './dashboard-bench';
import { runLatencyBench } from './latency-bench';
import { runLighthouseBench } from './lighthouse-bench';
import { runSizeBench } from './size-bench';
import { runWidgetBench } from './widget-bench';

const USAGE =
  'npm run bench -- dashboard [--visitors 10000] [--per-second 1000] [--seconds 60], latency, lighthouse [--runs 3], widget [--runs 3], or sizes';

const BENCHES = ['dashboard', 'latency', 'lighthouse', 'widget', 'sizes'];
const LATENCY_VISITORS = 60;

/** Ends with 1 when what was measured was wrong besides slow. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      visitors: { type: 'string', default: '10000' },
      'per-second': { type: 'string', default: '1000' },
      seconds: { type: 'string', default: '60' },
      runs: { type: 'string', default: '3' },
    },
  });
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const [bench] = positionals;
  if (bench === undefined || !BENCHES.includes(bench)) throw new Error(`Which bench? ${USAGE}`);
  say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`);
  if (bench === 'sizes') return runSizeBench({ say });
  if (bench === 'widget') return runWidgetBench({ runs: Number(values.runs), say });
  if (bench === 'latency') return runLatencyBench({ visitors: LATENCY_VISITORS, say });
  if (bench === 'lighthouse') return runLighthouseBench({ runs: Number(values.runs), say });
  await runDashboardBench({
    visitors: Number(values.visitors),
    perSecond: Number(values['per-second']),
    seconds: Number(values.seconds),
    say,
  });
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
