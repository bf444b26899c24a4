import { runSoak } from '../soak/run-soak';
import { counted } from './rig/counted';

const LASTING_MS = 60_000;
const VISITORS = 100;
const SEED = 20;

it('for a minute of random lives and random faults the service never differs from the truth', async () => {
  const { differences, faults, comparisons } = await runSoak({
    lastingMs: LASTING_MS,
    visitors: VISITORS,
    seed: SEED,
    say: (line) => void process.stdout.write(`soak ${line}\n`),
  });

  counted('soak', { visitors: VISITORS, looks: comparisons, faults, differences: differences.length });
  expect(differences).toEqual([]);
  expect(faults).toBeGreaterThan(1);
});
