import { parseArgs } from 'node:util';
import { within } from '../within';
import { ALL_CASES } from './all-cases';
import { readTarget } from './read-target';

const PATIENCE_MS = 20_000;

/**
 * `npm run conformance -- --url wss://example.com/graphql`, with the key in CONFORMANCE_API_KEY. Changes nothing there; says a
 * line a case, and ends with 1 when one does not hold.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { url: { type: 'string' } } });
  const target = readTarget(values.url, process.env['CONFORMANCE_API_KEY']);
  let [ok, failed] = [0, 0];
  for (const [name, cases] of Object.entries(ALL_CASES)) {
    console.log(`\n${name}`);
    for (const { title, run } of cases) {
      const problem = await within(PATIENCE_MS, run(target), target.url).then(() => null, messageOf);
      if (problem === null) ok += 1;
      else failed += 1;
      console.log(problem === null ? `  ok      ${title}` : `  FAILED  ${title}\n          ${problem}`);
    }
  }
  console.log(`\n${ok} of ${ok + failed} ok`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll('\n', '\n          ');
}

main().then(
  // A socket that a failed case left behind shall not keep the process.
  () => process.exit(),
  (error: unknown) => {
    console.error(messageOf(error));
    process.exit(1);
  },
);
