import type { BrowserContext, Page } from 'playwright-core';
import { untilPasses } from '../../api/testing/until-passes';
import type { PorchlightApi } from '../widget/porchlight-api';
import { openWidgetLab, type WidgetLab } from './widget-lab';

jest.setTimeout(90_000);

const MINUTE_MS = 60_000;

let lab: WidgetLab;
let context: BrowserContext;

beforeAll(async () => {
  lab = await openWidgetLab();
  lab.page('/page', `<title>Page</title>${lab.tag()}`);
});
beforeEach(async () => void (context = await lab.person()));
afterEach(async () => {
  lab.api.setFault(null);
  await lab.leave(context);
});
afterAll(() => lab?.close());

const stateOf = (page: Page) => page.evaluate(() => (window.porchlight as { state: string }).state);
const inState = (page: Page, state: string) =>
  page.waitForFunction(
    (wanted) => (window.porchlight as { state?: string } | undefined)?.state === wanted,
    state,
    { polling: 50 },
  );

/** The page with a clock that only the test moves. */
async function openWithClock() {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${lab.pages}/page`);
  await page.waitForFunction(() => 'init' in (window.porchlight ?? {}));
  await page.clock.runFor(1);
  await untilPasses(async () => expect(await stateOf(page)).toBe('live'));
  lab.api.calls.length = 0;
  return page;
}

/** Moves the page's clock, letting calls be answered in between. */
async function pass(page: Page, ms: number, stepMs: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    const asked = lab.api.calls.length;
    await page.clock.runFor(stepMs);
    if (lab.api.calls.length > asked)
      await page.evaluate(() => new Promise<void>((done) => queueMicrotask(done)));
  }
}

it('[W-2] without an API the page is as it would be without us, and its console too', async () => {
  lab.page('/alone', `<title>Alone</title>${lab.tag('data-api="http://127.0.0.1:1/graphql"')}<h1>Hello</h1>`);
  const { page, complaints } = await lab.open(context, '/alone');
  const html = await page.content();

  await inState(page, 'retrying');

  expect(await page.content()).toBe(html);
  expect(complaints).toEqual([]);
});

it('asked why it is silent, it names the API that does not answer, what it called and never the token', async () => {
  lab.page('/asked', `<title>Asked</title>${lab.tag()}`);
  const { page } = await lab.open(context, '/asked');
  await inState(page, 'live');
  const token = await page.evaluate(() => (localStorage.porchlight as string).trim());
  lab.api.setFault('CUT');
  await page.evaluate(() => history.pushState(null, '', '/asked/more'));
  await inState(page, 'retrying');
  lab.api.setFault(null);

  const report = await page.evaluate(() => (window.porchlight as PorchlightApi).debug());

  expect(report).toMatchObject({
    state: 'retrying',
    api: `${lab.api.url}/graphql`,
    stored: { hasToken: true, consent: 'not asked' },
    problem: 'Failed to fetch',
    reasons: [expect.stringContaining(lab.api.url)],
  });
  expect(JSON.stringify(report)).not.toContain(token);
});

it.each(['CUT', { status: 503 }] as const)(
  'case 45: after %j the visitor is back without a reload',
  async (fault) => {
    const page = await openWithClock();
    lab.api.setFault(fault);
    await page.clock.runFor(20_000);
    await untilPasses(async () => expect(await stateOf(page)).toBe('retrying'));

    lab.api.setFault(null);
    await page.clock.runFor(5_000);

    await untilPasses(async () => expect(await stateOf(page)).toBe('live'));
    await page.close();
  },
);

it('[W-11] a person who cannot be read is left out, and the visit goes on at once', async () => {
  lab.page('/nested', `<title>Nested</title>${lab.tag()}`);
  const { page } = await lab.open(context, '/nested');
  await lab.api.next('identify');

  await page.evaluate(() =>
    (window.porchlight as PorchlightApi).identify({
      id: 'u1',
      traits: { company: { name: 'ACME' } },
    }),
  );
  await lab.api.next('identify', { externalId: 'u1' });
  await lab.api.next('identify');
  await page.waitForFunction(() => (window.porchlight as PorchlightApi).state === 'live');

  expect(await lab.online()).toHaveLength(1);
});

it('[W-11] 429 is left alone for as long as Retry-After says', async () => {
  const page = await openWithClock();
  lab.api.setFault({ status: 429, retryAfter: '120' });
  await page.clock.runFor(20_000);
  await untilPasses(async () => expect(await stateOf(page)).toBe('retrying'));
  const asked = lab.api.calls.length;

  await page.clock.runFor(119_000);
  expect(lab.api.calls).toHaveLength(asked);
  lab.api.setFault(null);
  await page.clock.runFor(2_000);

  await untilPasses(async () => expect(await stateOf(page)).toBe('live'));
  await page.close();
});

it('a browser that is offline is seen again as soon as it is online', async () => {
  const page = await openWithClock();
  await context.setOffline(true);
  await page.clock.runFor(20_000);
  await untilPasses(async () => expect(await stateOf(page)).toBe('retrying'));

  await context.setOffline(false);
  await page.clock.runFor(1);

  await untilPasses(async () => expect(await stateOf(page)).toBe('live'));
  await page.close();
});

it('case 47: a token that has run out is renewed, and the visitor is the same', async () => {
  const page = await openWithClock();
  const [visitor] = await lab.online();
  lab.node.advanceClock(25 * 60 * MINUTE_MS);

  await page.clock.runFor(20_001);

  await lab.api.next('heartbeat');
  await page.clock.runFor(5);
  await lab.api.next('identify');
  await untilPasses(async () => expect(await lab.online()).toEqual([visitor]));
  await page.close();
});

it('case 41: after a night asleep there is one call, and the visitor is there', async () => {
  const page = await openWithClock();

  // The clock jumps, and what was due rings once: as when a lid is opened.
  await page.clock.fastForward(8 * 60 * MINUTE_MS);

  await untilPasses(() => expect(lab.api.calls.length).toBeGreaterThanOrEqual(1));
  await untilPasses(async () => expect(await stateOf(page)).toBe('live'));
  expect(lab.api.calls).toHaveLength(1);
  await page.close();
});

it('[W-11] twelve hours with three outages end live', async () => {
  const page = await openWithClock();

  for (const outage of [true, false, true, false, true, false]) {
    lab.api.setFault(outage ? 'CUT' : null);
    await page.clock.fastForward((outage ? 10 : 230) * MINUTE_MS);
    await pass(page, 6 * MINUTE_MS, MINUTE_MS);
  }

  await untilPasses(async () => expect(await stateOf(page)).toBe('live'));
  await page.close();
});

it('[W-5] hidden for ten minutes, with timers that ring once a minute, no two heartbeats are further apart than that', async () => {
  const page = await openWithClock();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await page.clock.runFor(1_000);
  await lab.api.next('heartbeat', { isVisible: false });

  for (let minute = 0; minute < 10; minute++) {
    const before = lab.api.calls.length;
    await page.clock.fastForward(MINUTE_MS);
    await untilPasses(() => expect(lab.api.calls.length).toBe(before + 1));
    await untilPasses(async () => expect(await stateOf(page)).toBe('live'));
  }
  await page.close();
});

it('[W-19] a tab that crashed is offline without a goodbye', async () => {
  const { page } = await lab.open(context, '/page');
  await inState(page, 'live');
  const crashed = page.waitForEvent('crash');
  // Never answered: whoever would answer is gone.
  void (await context.newCDPSession(page)).send('Page.crash').catch(() => undefined);
  await crashed;
  expect(await lab.online()).toHaveLength(1);
  lab.api.calls.length = 0;

  lab.node.advanceClock(46_000);

  await untilPasses(async () => expect(await lab.online()).toEqual([]));
  expect(lab.api.calls).toEqual([]);
});
