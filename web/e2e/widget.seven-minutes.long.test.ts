import { untilPasses } from '../../api/testing/until-passes';
import { openPlainChromium, type PlainChromium } from './plain-chromium';
import { openWidgetLab, type WidgetLab } from './widget-lab';

const WATCHED_MS = 7 * 60_000;
/** A beat may come two steps of the browser's grid after the one before. */
const PATIENCE_MS = 150_000;

jest.setTimeout(WATCHED_MS + 2 * PATIENCE_MS);

let lab: WidgetLab;
let chromium: PlainChromium;

beforeAll(async () => {
  // As a node is set that nobody has set.
  lab = await openWidgetLab({ PORCHLIGHT_SWEEP_MS: '1000' });
  chromium = await openPlainChromium();
});
afterAll(async () => {
  await chromium?.close();
  await lab?.close();
});

it('[W-5] a tab that is hidden for seven minutes stays online while the browser holds its timers back', async () => {
  lab.page(
    '/waits',
    `<title>Waits</title>${lab.tag()}
    <script>
      let last = 0, longest = 0;
      setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 5_000);
    </script>`,
  );
  const waiting = await chromium.open(`${lab.pages}/waits`);
  const { tabId } = (await lab.api.next('identify')).input;
  await chromium.open('about:blank');
  await lab.api.next('heartbeat', { tabId, isVisible: false });
  const hiddenAt = Date.now();
  const [visitor] = await lab.online();

  const beatsAt: number[] = [];
  while (Date.now() < hiddenAt + WATCHED_MS) {
    await lab.api.next('heartbeat', { tabId, isVisible: false }, PATIENCE_MS);
    beatsAt.push((Date.now() - hiddenAt) / 1000);
    expect(await lab.online()).toEqual([visitor]);
  }
  process.stdout.write(`beats after ${beatsAt.map((at) => at.toFixed(1)).join(', ')} s\n`);
  const longest = Number(await waiting.run('longest / 1000'));
  process.stdout.write(`a timer of 5 s in the same page once rang after ${longest.toFixed(1)} s
`);
  expect(await lab.storyOf(visitor!)).not.toContain('WENT_OFFLINE');

  const goneAt = Date.now();
  await waiting.close();
  await lab.api.next('disconnect', { tabId });
  await untilPasses(async () => expect(await lab.storyOf(visitor!)).toContain('WENT_OFFLINE'));
  process.stdout.write(`announced as gone ${Date.now() - goneAt} ms after its tab was closed\n`);
  expect(lab.api.calls.filter(({ operation }) => operation === 'identify')).toHaveLength(1);
});
