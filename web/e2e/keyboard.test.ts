import type { Browser, Page } from 'playwright-core';
import { openChromium } from './open-chromium';
import { openStatesSite, type StatesSite } from './states-site';

jest.setTimeout(180_000);

let browser: Browser;
let site: StatesSite;
let page: Page;

beforeAll(async () => {
  site = await openStatesSite();
  browser = await openChromium();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 860 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const grid = () => page.getByRole('grid');
const panel = (name: string) => page.getByRole('region', { name: `Visitor ${name}` });

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Resolves once the keys are on the row of this number, and it is drawn where nothing covers it. */
async function isOnRow(number: number): Promise<void> {
  await page.waitForFunction((rowNumber) => {
    const list = document.activeElement;
    if (list?.getAttribute('role') !== 'grid') return false;
    const row = document.getElementById(list.getAttribute('aria-activedescendant') ?? '');
    if (row?.getAttribute('aria-rowindex') !== String(rowNumber)) return false;
    const { top, bottom } = row.getBoundingClientRect();
    const head = list.querySelector('[role=columnheader]')!.getBoundingClientRect();
    return top >= head.bottom && bottom <= window.innerHeight;
  }, number);
}

/** The number of the row the keys are on, once they are below this one. */
async function rowBelow(number: number): Promise<number> {
  const found = await page.waitForFunction((above) => {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
    const at = Number(document.getElementById(id)?.getAttribute('aria-rowindex'));
    return at > above && at;
  }, number);
  return Number(await found.jsonValue());
}

it('[D-16] [D-23] keys go through the list by rows, screens and to its ends, and no row hides under a bar', async () => {
  await site.show(page, 'list-live');
  await press('j');
  await isOnRow(1);
  await press('ArrowDown', 'j');
  await isOnRow(3);
  await press('k', 'ArrowUp');
  await isOnRow(1);
  await press('End');
  await isOnRow(9);
  await press('ArrowDown');
  await isOnRow(9);
  await press('Home', 'ArrowUp');
  await isOnRow(1);

  await site.show(page, 'list-ten-thousand');
  await press('j');
  await isOnRow(1);
  await press('PageDown');
  const screenful = (await rowBelow(1)) - 1;
  expect(screenful).toBeGreaterThan(5);
  await isOnRow(1 + screenful);
  await press('PageDown', 'PageDown');
  await isOnRow(1 + 3 * screenful);
  await press('PageUp');
  await isOnRow(1 + 2 * screenful);
  await press('Home');
  await isOnRow(1);
});

it('[D-16] Enter opens a visitor; Escape closes, and the keys are on the row again', async () => {
  await site.show(page, 'list-live');
  await press('j', 'j', 'Enter');
  await panel('John Ade').waitFor();
  await press('Escape');
  await panel('John Ade').waitFor({ state: 'hidden' });
  await isOnRow(2);

  // From within the panel, too.
  await press('Enter');
  await panel('John Ade').getByRole('button', { name: 'More actions' }).focus();
  await press('Escape');
  await panel('John Ade').waitFor({ state: 'hidden' });
  await isOnRow(2);
});

it('[D-16] [D-17] a slash searches, c copies the link, Control and K finds every command', async () => {
  await site.show(page, 'list-live');
  await press('/');
  expect(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('jc?');
  expect(await page.getByRole('searchbox').inputValue()).toBe('jc?');

  await site.show(page, 'list-live');
  await press('j', 'c');
  await page.getByText('Link copied').first().waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/v\/visitor_0000$/);

  await press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('shortcuts');
  await press('Enter');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
});

it('[D-16] keys of a single letter can be turned off, and the others go on', async () => {
  await site.show(page, 'list-live');
  await press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await help.getByRole('switch').focus();
  await press('Space', 'Escape');
  await help.waitFor({ state: 'hidden' });

  await press('j', '?', '/');
  expect(await grid().getAttribute('aria-activedescendant')).toBeNull();
  expect(await help.count()).toBe(0);
  await grid().focus();
  await press('ArrowDown');
  await isOnRow(1);
});

it('[D-4] [D-23] a tooltip shows on focus, stays while it is pointed at, and goes by Escape without closing the panel', async () => {
  await site.show(page, 'panel-offline');
  const time = panel('Maria Silva').getByTestId('visitor-status').locator('time');
  const tooltip = page.getByRole('tooltip');

  await press('Tab');
  await time.focus();
  await tooltip.filter({ hasText: '11:55:00' }).waitFor();
  await press('Escape');
  await tooltip.waitFor({ state: 'hidden' });
  expect(await panel('Maria Silva').isVisible()).toBe(true);

  await time.hover();
  await tooltip.waitFor();
  await tooltip.hover();
  expect(await tooltip.isVisible()).toBe(true);
  await press('Escape');
  await tooltip.waitFor({ state: 'hidden' });
  await press('Escape');
  await panel('Maria Silva').waitFor({ state: 'hidden' });
});
