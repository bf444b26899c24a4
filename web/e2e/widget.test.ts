import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { openWidgetSite, type WidgetSite } from '../widget/testing/widget-site';

const PERSON =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

let browser: Browser;
let site: WidgetSite;
let context: BrowserContext;

const tag = (more = ''): string =>
  `<script async src="${site.api}/w.js" data-site="site-key" ${more}></script>`;

/** Everything the page complains about, except the line that browsers print themselves when a request fails. */
async function open(path: string) {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (!/Failed to load resource/.test(line.text())) complaints.push(line.text());
  });
  await page.goto(site.pages + path);
  return { page, complaints };
}

beforeAll(async () => {
  site = await openWidgetSite();
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--disable-blink-features=AutomationControlled'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}, 60_000);

beforeEach(async () => {
  context = await browser.newContext({ userAgent: PERSON, locale: 'pt-PT', timezoneId: 'Europe/Lisbon' });
  site.calls.length = 0;
});

afterEach(() => context.close());

afterAll(async () => {
  await browser.close();
  await site.close();
});

it('a visitor is seen, followed from page to page inside the page, and says goodbye when the tab closes', async () => {
  site.page('/home', `<title>Home</title>${tag()}`);
  const { page, complaints } = await open('/home?secret=1');

  expect((await site.next('identify')).input).toMatchObject({
    page: { url: `${site.pages}/home`, title: 'Home' },
    locale: 'pt-PT',
    timeZone: 'Europe/Lisbon',
  });
  await page.evaluate(() => {
    history.pushState(null, '', '/pricing');
    document.title = 'Pricing';
  });
  const view = await site.next('recordPageView');
  expect(view.input.page).toMatchObject({ url: `${site.pages}/pricing`, title: 'Pricing' });
  await page.close();

  expect(await site.next('disconnect')).toMatchObject({
    contentType: 'application/json',
    input: { visitorToken: 'token-1', tabId: view.input.tabId },
  });
  expect(complaints).toEqual([]);
});

it('[W-8] the back button brings the very same page back, as a new session of the same visitor', async () => {
  site.page('/one', `<title>One</title>${tag()}`);
  site.page('/two', `<title>Two</title>${tag()}`);
  const { page } = await open('/one');
  const first = await site.next('identify');
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));

  await page.goto(`${site.pages}/two`);
  expect((await site.next('disconnect')).input.tabId).toBe(first.input.tabId);
  const second = await site.next('identify');
  // Not page.goBack: it waits for a load event, and a page restored from memory has none.
  await page.evaluate(() => history.back());
  expect((await site.next('disconnect')).input.tabId).toBe(second.input.tabId);
  const third = await site.next('identify');

  expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true);
  expect(third.input).toMatchObject({ visitorToken: 'token-1', page: { title: 'One' } });
  expect(new Set([first, second, third].map(({ input }) => input.tabId)).size).toBe(3);
});

it('[W-15] the strictest policy that allows the script and the API is enough', async () => {
  site.page('/strict', `<title>Strict</title>${tag()}`, {
    'content-security-policy': `default-src 'none'; script-src ${site.api}; connect-src ${site.api}; require-trusted-types-for 'script'; trusted-types 'none'`,
  });
  const { complaints } = await open('/strict');

  await site.next('identify');

  expect(complaints).toEqual([]);
});

it('[W-14] a frame is left alone unless the site opts in, and blocked storage is no obstacle then', async () => {
  site.page('/inner', `<title>Inner</title>${tag()}`);
  site.page('/allowed', `<title>Allowed</title>${tag('data-frames="allow"')}`);
  site.page(
    '/outer',
    `<title>Outer</title><iframe src="/inner"></iframe><iframe sandbox="allow-scripts" src="/allowed"></iframe>`,
  );
  const { page, complaints } = await open('/outer');

  const { input } = await site.next('identify');
  const inner = page.frames().find((frame) => frame.url().endsWith('/inner'))!;
  await inner.waitForFunction(() => window.porchlight);

  expect(input.page).toMatchObject({ title: 'Allowed' });
  expect(site.calls).toHaveLength(1);
  expect(complaints).toEqual([]);
});

it('[W-2] without an API the page is as it would be without us', async () => {
  site.page('/alone', `<title>Alone</title>${tag('data-api="http://127.0.0.1:1/graphql"')}<h1>Hello</h1>`);
  const { page, complaints } = await open('/alone');
  const html = await page.content();

  await page.waitForFunction(() => (window.porchlight as { state?: string }).state === 'retrying');

  expect(await page.content()).toBe(html);
  expect(complaints).toEqual([]);
});

it('[W-13] a browser that admits to be driven is left alone', async () => {
  const robot = await browser.newPage({ userAgent: `${PERSON} HeadlessChrome/156` });
  site.page('/robot', `<title>Robot</title>${tag()}`);

  await robot.goto(`${site.pages}/robot`);
  await robot.waitForFunction(() => (window.porchlight as { state?: string }).state === 'stopped');
  await robot.close();

  expect(site.calls).toEqual([]);
});

it('[W-17] one preflight serves all calls of a visit', async () => {
  site.page('/calls', `<title>Calls</title>${tag()}`);
  const before = site.preflights();
  const { page } = await open('/calls');
  await site.next('identify');
  await page.evaluate(() => history.pushState(null, '', '/calls/2'));
  await site.next('recordPageView');
  await page.close();
  await site.next('disconnect');

  expect(site.preflights() - before).toBe(1);
});
