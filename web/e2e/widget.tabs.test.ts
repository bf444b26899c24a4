import type { BrowserContext, Page } from 'playwright-core';
import { untilPasses } from '../../api/testing/until-passes';
import { openWidgetLab, type WidgetLab } from './widget-lab';

jest.setTimeout(90_000);

let lab: WidgetLab;
let context: BrowserContext;

beforeAll(async () => {
  lab = await openWidgetLab();
  for (const name of ['one', 'two']) lab.page(`/${name}`, `<title>${name}</title>${lab.tag()}`);
});
beforeEach(async () => void (context = await lab.person()));
afterEach(() => lab.leave(context));
afterAll(() => lab?.close());

const identified = async (path: string) =>
  (await lab.api.next('identify', { page: { url: lab.pages + path, title: path.slice(1) } })).input;
const live = (page: Page) =>
  page.waitForFunction(() => (window.porchlight as { state?: string } | undefined)?.state === 'live');

it('[W-8] the back button brings the very same page back, as a new session of the same visitor', async () => {
  const { page } = await lab.open(context, '/one');
  const first = await identified('/one');
  await live(page);
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));

  await page.goto(`${lab.pages}/two`);
  await lab.api.next('disconnect', { tabId: first.tabId });
  const second = await identified('/two');
  await live(page);
  // Not page.goBack: it waits for a load event, and a page restored from memory has none.
  await page.evaluate(() => history.back());
  await lab.api.next('disconnect', { tabId: second.tabId });
  const third = await identified('/one');

  await live(page);
  expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true);
  expect(new Set([first, second, third].map(({ tabId }) => tabId)).size).toBe(3);
  // The restored page still has the state it left with, so its answer may be under way.
  await untilPasses(async () => expect(await lab.online()).toHaveLength(1));
});

it('the browser names no reason of ours against keeping the page for the back button', async () => {
  const { page } = await lab.open(context, '/one');
  await live(page);
  await page.goto(`${lab.pages}/two`);
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.title === 'one');

  const reasons = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as unknown as {
      notRestoredReasons: { reasons: unknown[] } | null;
    }[];
    return entry!.notRestoredReasons;
  });

  expect(reasons).toBeNull();
});

it('[W-8] ten times back and forward are one visitor, also when a call is lost on the way', async () => {
  const { page } = await lab.open(context, '/one');
  await live(page);
  await page.goto(`${lab.pages}/two`);
  await live(page);
  const [visitor] = await lab.online();

  for (let move = 0; move < 10; move++) {
    if (move === 5) lab.api.setFault('CUT');
    await page.evaluate((isBack) => (isBack ? history.back() : history.forward()), move % 2 === 0);
    await page.waitForFunction((title) => document.title === title, move % 2 === 0 ? 'one' : 'two');
    if (move === 5) {
      await page.waitForFunction(() => (window.porchlight as { state?: string }).state === 'retrying');
      lab.api.setFault(null);
    }
    await live(page);
  }

  await untilPasses(async () => expect(await lab.online()).toEqual([visitor]));
});

it('case 32: two windows with a copied storage are two tabs of one visitor', async () => {
  const { page } = await lab.open(context, '/one');
  const first = await identified('/one');
  await live(page);
  await page.evaluate(() => sessionStorage.setItem('any', 'thing'));
  // What a browser does for "duplicate": the same address, with the storage of the first.
  const [twin] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate(() => void window.open(location.href)),
  ]);
  const second = await identified('/one');
  await live(twin);

  expect(await twin.evaluate(() => sessionStorage.getItem('any'))).toBe('thing');
  expect(second.tabId).not.toBe(first.tabId);
  expect(await lab.online()).toHaveLength(1);
  await twin.close();
  await lab.api.next('disconnect', { tabId: second.tabId });
  expect(await lab.online()).toHaveLength(1);
});

it('[W-7] a goodbye from another origin arrives, twenty times of twenty', async () => {
  for (let round = 0; round < 20; round++) {
    const { page } = await lab.open(context, '/one');
    const { tabId } = await identified('/one');
    await live(page);

    await page.close();

    await lab.api.next('disconnect', { tabId });
  }
  await untilPasses(async () => expect(await lab.online()).toEqual([]));
});
