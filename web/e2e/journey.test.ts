import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openChromium, PERSON } from './open-chromium';
import { startPorchlight, type RunningPorchlight } from './running-porchlight';
import { signIn } from './sign-in';
import { takePicture } from './take-picture';

const DESKTOP = { width: 1440, height: 860 };

jest.setTimeout(120_000);

let porchlight: RunningPorchlight;
let browser: Browser;
let agentContext: BrowserContext;
let agent: Page;

beforeAll(async () => {
  // Quick sweeps: the journey is the same, only sooner over.
  porchlight = await startPorchlight({ PORCHLIGHT_SWEEP_MS: '200' });
  browser = await openChromium();
  agentContext = await browser.newContext({
    viewport: DESKTOP,
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
  });
  agent = await agentContext.newPage();
});
afterAll(async () => {
  await browser?.close();
  await porchlight?.stop();
});

it('an agent signs in, watches a visitor come, move on and leave, without ever reloading', async () => {
  const complaints: string[] = [];
  agent.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  agent.on('pageerror', (error) => complaints.push(error.message));
  const hosts = new Set<string>();
  agent.on('request', (request) => hosts.add(new URL(request.url()).host));
  await signIn(agent, porchlight);
  await agent.getByText('No visitors yet.').waitFor();
  await agent.evaluate(() => Object.assign(window, { neverReloaded: true }));

  const visitorContext = await browser.newContext({
    userAgent: PERSON,
    locale: 'pt-PT',
    timezoneId: 'Europe/Lisbon',
  });
  const visitor = await visitorContext.newPage();
  await visitor.goto(porchlight.demoUrl);

  const row = agent.getByRole('row').filter({ hasText: 'Wick & Co.' });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/Visitor \w{4}\s+Online/);
  await row.click();
  const panel = agent
    .getByRole('complementary')
    .or(agent.getByRole('region', { name: 'Visitor' }))
    .first();
  await panel.getByText('/demo/').first().waitFor();
  expect(await panel.getByTestId('visitor-status').innerText()).toBe('Online');

  await visitor.getByLabel('Name').fill('Maria Silva');
  await visitor.getByLabel('E-mail').fill('maria@example.com');
  await visitor.getByRole('button', { name: 'That’s me' }).click();
  await panel.getByText('Maria Silva').waitFor();

  await visitor.getByRole('link', { name: 'Lamps', exact: true }).click();
  await panel.getByText('/demo/lamps').first().waitFor();
  await visitor.getByRole('link', { name: 'Build yours' }).click();
  await panel.getByText('/demo/builder').first().waitFor();
  await takePicture(agent, 'panel-online');

  await visitor.close({ runBeforeUnload: false });
  await panel.getByText('Offline • Last seen just now').waitFor({ timeout: 15_000 });
  expect(await panel.innerText()).not.toContain('Viewing');
  await takePicture(agent, 'panel-offline');

  expect(await agent.evaluate(() => 'neverReloaded' in window)).toBe(true);
  // A style or a script that the policy does not allow would be among the complaints.
  expect(complaints).toEqual([]);
  expect([...hosts]).toEqual([new URL(porchlight.dashboardUrl).host]);
  await visitorContext.close();
});
