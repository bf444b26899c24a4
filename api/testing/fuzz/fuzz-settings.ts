const { FUZZ_SEED, FUZZ_INPUTS } = process.env;

/** One seed for every run, so that a test of this code passes or fails for what the code does; another one by FUZZ_SEED. */
const SEED = Number(FUZZ_SEED ?? 20_261_125);
/** Of all kinds together; more by FUZZ_INPUTS. */
const INPUTS = Number(FUZZ_INPUTS ?? 10_000);
/** So many are sent side by side. */
const BATCH = 10;

/** How fast-check is to be run for a share of all inputs, and how many inputs to give it at once. */
export function fuzzSettings(share: number) {
  const numRuns = Math.ceil((INPUTS * share) / BATCH);
  return { batch: BATCH, inputs: numRuns * BATCH, parameters: { seed: SEED, numRuns } };
}
