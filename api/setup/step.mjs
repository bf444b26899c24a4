import { SetupError } from './setup-error.mjs';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
const REMINDER_MS = 15_000;
const LINES_TO_SHOW = 40;

/**
 * Tells that a long step runs, that it still does, and how long it took. `work` resolves to `{ ok, output }`; a step
 * that fails shows its last lines and rejects with a SetupError.
 */
export async function step(title, work) {
  const startedMs = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedMs) / 1000)} s`;
  const isLive = process.stdout.isTTY && !process.env.CI;
  const ticker = isLive ? spin(title, seconds) : remind(title, seconds);
  const { ok, output } = await work().finally(() => clearInterval(ticker));
  if (isLive) process.stdout.write('\r\x1b[K');
  if (!ok)
    throw new SetupError(`${lastLines(output)}\n${title}: failed after ${seconds()}. The reason is above.`);
  console.log(`${title}: done in ${seconds()}`);
}

function spin(title, seconds) {
  let frame = 0;
  const draw = () =>
    process.stdout.write(`\r\x1b[K${FRAMES[frame++ % FRAMES.length]} ${title} (${seconds()})`);
  draw();
  return setInterval(draw, FRAME_MS);
}

function remind(title, seconds) {
  console.log(`${title} …`);
  return setInterval(() => console.log(`${title} … still at it after ${seconds()}`), REMINDER_MS);
}

function lastLines(output) {
  return output.trimEnd().split('\n').slice(-LINES_TO_SHOW).join('\n');
}
