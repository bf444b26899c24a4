import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { runDashboardBench } from './dashboard-bench';

/** `npm run bench:dashboard -- --visitors 10000 --per-second 1000 --seconds 60`; ends with 1 when the page was wrong in the end. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      visitors: { type: 'string', default: '10000' },
      'per-second': { type: 'string', default: '1000' },
      seconds: { type: 'string', default: '60' },
    },
  });
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`);
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
    console.error(error);
    process.exit(1);
  },
);
