import type { Browser } from 'playwright-core';
import { openChromium } from './open-chromium';
import { startPorchlight, type RunningPorchlight } from './running-porchlight';
import { signIn } from './sign-in';
import { takePicture } from './take-picture';

jest.setTimeout(180_000);

let porchlight: RunningPorchlight;
let browser: Browser;

beforeAll(async () => {
  porchlight = await startPorchlight({ PORCHLIGHT_DEMO_VISITORS: '50', PORCHLIGHT_SWEEP_MS: '200' });
  browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  await porchlight?.stop();
});

it('simulated visitors come with names and pages, and the roster shows them by day, by night and on a phone', async () => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    colorScheme: 'light',
  });
  const agent = await context.newPage();
  await signIn(agent, porchlight);
  await agent.mouse.move(0, 0); // off the list, whose order it would hold

  const rows = agent.getByRole('row').filter({ hasText: /Online/ });
  await rows.nth(11).waitFor({ timeout: 90_000 });
  const named = rows.filter({ hasNotText: /^Visitor / }).first();
  await named.click();
  await agent.getByText('Viewing').first().waitFor();
  await takePicture(agent, 'roster-light');
  await agent.emulateMedia({ colorScheme: 'dark' });
  await takePicture(agent, 'roster-dark');

  await agent.setViewportSize({ width: 390, height: 844 });
  await agent.emulateMedia({ colorScheme: 'light' });
  await takePicture(agent, 'phone-panel');
  await agent.keyboard.press('Escape');
  await agent.getByRole('dialog').waitFor({ state: 'hidden' });
  await takePicture(agent, 'phone-roster');
  expect(await rows.count()).toBeGreaterThanOrEqual(1);
});
