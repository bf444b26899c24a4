import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openAgentDesk, type AgentDesk } from './agent-desk';
import { rowOf } from './row-of';
import type { RunningPorchlight } from './running-porchlight';
import { signIn } from './sign-in';
import { visitorComes } from './simulated-visitor';

jest.setTimeout(180_000);

let desk: AgentDesk;
let porchlight: RunningPorchlight;
let browser: Browser;
let context: BrowserContext;
let agent: Page;

beforeAll(async () => {
  desk = await openAgentDesk({ permissions: ['clipboard-read', 'clipboard-write'] });
  ({ porchlight, browser, context } = desk);
  agent = await context.newPage();
});
afterAll(() => desk?.close());

const panelOf = (page: Page, name: string) => page.getByRole('region', { name: `Visitor ${name}` });
const query = (page: Page): string => new URL(page.url()).pathname + new URL(page.url()).search;

it('[D-16] an agent signs in, finds the list, opens and closes a visitor without ever touching a mouse', async () => {
  await visitorComes(porchlight, { name: 'Ana Duarte', email: 'ana@example.com' });
  await visitorComes(porchlight, {
    name: 'Bea Costa',
    email: 'bea@example.com',
    path: '/cart',
    title: 'Cart',
  });

  await agent.goto(porchlight.dashboardUrl);
  await agent.getByLabel('E-mail').focus();
  await agent.keyboard.type(porchlight.email);
  await agent.keyboard.press('Tab');
  await agent.keyboard.type(porchlight.password);
  await agent.keyboard.press('Enter');
  await rowOf(agent, 'Bea Costa').waitFor();
  await agent.getByTestId('connection').filter({ hasText: 'Live' }).waitFor();

  await agent.keyboard.press('j');
  await agent.keyboard.press('ArrowDown');
  await agent.keyboard.press('Enter');
  await panelOf(agent, 'Ana Duarte').waitFor();
  await agent.keyboard.press('Escape');
  await panelOf(agent, 'Ana Duarte').waitFor({ state: 'hidden' });
  await agent.keyboard.press('k');
  await agent.keyboard.press('Enter');
  await panelOf(agent, 'Bea Costa').waitFor();
  await agent.keyboard.press('Escape');

  await agent.keyboard.press('Control+k');
  await agent.getByRole('combobox').waitFor();
  await agent.keyboard.type('offline');
  await agent.keyboard.press('Enter');
  await agent.getByText('No visitors match.').waitFor();
  expect(query(agent)).toBe('/?status=offline');
  await agent.keyboard.press('?');
  await agent.getByRole('dialog').waitFor();
  await agent.keyboard.press('Escape');
  await agent.getByRole('dialog').waitFor({ state: 'hidden' });

  // Tab alone reaches everything: round the page once, and each stop can be seen.
  const stops = new Set<string>();
  for (let press = 0; press < 40; press += 1) {
    await agent.keyboard.press('Tab');
    const stop = await agent.evaluate(() => {
      const { activeElement: at } = document;
      if (at === null || at === document.body) return null;
      const name = at.getAttribute('aria-label') ?? at.textContent ?? '';
      // A field shows it by its border and by what blinks in it.
      return { name, isMarked: at.matches('input') || getComputedStyle(at).outlineStyle !== 'none' };
    });
    if (stop === null) break;
    expect(stop).toMatchObject({ isMarked: true });
    stops.add(stop.name);
  }
  expect([...stops].join(' | ')).toMatch(/Search visitors.*Signed in as.*Filter.*Clear search and filters/s);
});

it('[D-17] searching, filtering and opening stand in the address: a colleague sees the same, and Back goes back', async () => {
  await agent.goto(porchlight.dashboardUrl);
  await rowOf(agent, 'Bea Costa').waitFor();

  await agent.getByRole('searchbox').fill('ana');
  await rowOf(agent, 'Bea Costa').waitFor({ state: 'hidden' });
  expect(await agent.locator('mark').allInnerTexts()).toContain('Ana');
  await agent.getByText('Online', { exact: false }).and(agent.locator('label *')).first().click();
  await agent.waitForURL(/status=online/);
  await rowOf(agent, 'Ana Duarte').click();
  await panelOf(agent, 'Ana Duarte').waitFor();
  await agent.getByRole('button', { name: 'Copy link' }).click();
  const link = await agent.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/v\/visitor_\w+\?status=online&q=ana$/);

  const colleague = await context.newPage();
  await colleague.goto(link);
  await panelOf(colleague, 'Ana Duarte').waitFor();
  expect(await colleague.getByRole('searchbox').inputValue()).toBe('ana');
  await colleague.close();

  await agent.goBack();
  await panelOf(agent, 'Ana Duarte').waitFor({ state: 'hidden' });
  await agent.goBack();
  await agent.waitForURL((url) => !url.search.includes('status'));
  await agent.getByRole('button', { name: /Remove filter.*ana/ }).click();
  await rowOf(agent, 'Bea Costa').waitFor();
  expect(query(agent)).toBe('/');
});

it('[D-17] a link to a visitor who is not there says so', async () => {
  await agent.goto(new URL('/v/visitor_01h455vb4pex5vsknk084sn02q', porchlight.dashboardUrl).href);

  await agent.getByText("This visitor doesn't exist any more.").waitFor();
  await rowOf(agent, 'Bea Costa').waitFor();
});

it('two dashboards agree: who comes, moves, is renamed, leaves and returns does so on both', async () => {
  const other = await (await browser.newContext({ colorScheme: 'dark', locale: 'en-GB' })).newPage();
  await signIn(other, porchlight);
  await agent.goto(porchlight.dashboardUrl);
  const both = [agent, other];
  const onBoth = (act: (page: Page) => Promise<unknown>) => Promise.all(both.map(act));
  await onBoth((page) => page.mouse.move(0, 0));
  await onBoth((page) => rowOf(page, 'Bea Costa').waitFor());

  const visitor = await visitorComes(porchlight, { name: 'Caio Lima', email: 'caio@example.com' });
  await onBoth((page) => rowOf(page, 'Caio Lima').filter({ hasText: '/pricing' }).waitFor());
  await visitor.moves({ path: '/checkout', title: 'Checkout' });
  await onBoth((page) => rowOf(page, 'Caio Lima').filter({ hasText: '/checkout' }).waitFor());
  expect(await agent.getByTestId('online-count').innerText()).toBe('3');

  await rowOf(agent, 'Caio Lima').click();
  await panelOf(agent, 'Caio Lima').getByRole('button', { name: 'More actions' }).click();
  await agent.getByRole('menuitem', { name: /Edit/ }).click();
  await agent.getByLabel('Name', { exact: true }).fill('Caio de Lima');
  await agent.getByRole('button', { name: 'Save' }).click();
  await panelOf(agent, 'Caio de Lima').waitFor();

  await visitor.leaves();
  await onBoth((page) => rowOf(page, 'Caio de Lima').filter({ hasText: 'Offline' }).waitFor());
  expect(await panelOf(agent, 'Caio de Lima').innerText()).not.toContain('Viewing');
  await visitorComes(porchlight, {
    name: 'Caio de Lima',
    email: 'caio@example.com',
    path: '/back',
    title: 'Back',
  });
  await onBoth((page) => rowOf(page, 'Caio').filter({ hasText: '/back' }).first().waitFor());
  await other.context().close();
});
