import type { Browser, Page } from 'playwright-core';
import { openAgentDesk, type AgentDesk } from './agent-desk';
import { PERSON } from './open-chromium';
import type { RunningPorchlight } from './running-porchlight';
import { signIn } from './sign-in';
import { takePicture } from './take-picture';

/** An open panel asks for the visitor's tabs about this often. */
const ASKED_AGAIN_MS = 20_000;

jest.setTimeout(120_000);

let desk: AgentDesk;
let porchlight: RunningPorchlight;
let browser: Browser;
let agent: Page;

beforeAll(async () => {
  desk = await openAgentDesk();
  ({ porchlight, browser } = desk);
  agent = await desk.context.newPage();
});
afterAll(() => desk?.close());

it('an agent signs in, watches a visitor come, move on, hide, leave and return, without ever reloading', async () => {
  const complaints: string[] = [];
  agent.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  agent.on('pageerror', (error) => complaints.push(error.message));
  const hosts = new Set<string>();
  agent.on('request', (request) => hosts.add(new URL(request.url()).host));
  await agent.clock.install();
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

  const heartbeat = visitor.waitForResponse(/graphql/);
  await visitor.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await heartbeat;
  await agent.clock.fastForward(ASKED_AGAIN_MS);
  await panel.getByText('in a background tab').waitFor();

  await visitor.close({ runBeforeUnload: false });
  await panel.getByText('Offline • Last seen just now').waitFor({ timeout: 15_000 });
  expect(await panel.innerText()).not.toContain('Viewing');
  await takePicture(agent, 'panel-offline');

  const again = await visitorContext.newPage();
  await again.goto(porchlight.demoUrl);
  await panel.getByText('Viewing').waitFor();
  expect(await panel.getByTestId('visitor-status').innerText()).toBe('Online');

  expect(await agent.evaluate(() => 'neverReloaded' in window)).toBe(true);
  // A style or a script that the policy does not allow would be among the complaints.
  expect(complaints).toEqual([]);
  expect([...hosts]).toEqual([new URL(porchlight.dashboardUrl).host]);
  await visitorContext.close();
});
