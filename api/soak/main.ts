import { parseArgs } from 'node:util';
import globalSetup from '../testing/global-setup';
import globalTeardown from '../testing/global-teardown';
import { runSoak } from './run-soak';

const SHOWN = 20;

/** `npm run soak -- --minutes 10 --visitors 200 --seed 1`; ends with 1 when the service differed from the truth. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      visitors: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  const say = (line: string) =>
    void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
  say(`soak: ${values.minutes} minutes, ${values.visitors} visitors, seed ${values.seed}`);
  await globalSetup();
  try {
    const { differences, faults, comparisons } = await runSoak({
      lastingMs: Number(values.minutes) * 60_000,
      visitors: Number(values.visitors),
      seed: Number(values.seed),
      say,
    });
    differences.slice(0, SHOWN).forEach(say);
    say(`soak: ${comparisons} looks, ${faults} faults, ${differences.length} differences`);
    process.exitCode = differences.length > 0 ? 1 : 0;
  } finally {
    await globalTeardown();
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
