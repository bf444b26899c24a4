import type { BrowserContext } from 'playwright-core';
import { openWidgetLab, type WidgetLab } from './widget-lab';

jest.setTimeout(90_000);

let lab: WidgetLab;
let context: BrowserContext;

beforeAll(async () => void (lab = await openWidgetLab()));
beforeEach(async () => void (context = await lab.person()));
afterEach(() => lab.leave(context));
afterAll(() => lab?.close());

it('case 112: in the head, blocking or not, or added later: each way of loading is one identify', async () => {
  const src = `src="${lab.api.url}/w.js" data-site="${lab.node.site.key}"`;
  const ways = {
    sync: `<head><script ${src}></script></head>`,
    async: `<head><script async ${src}></script></head>`,
    defer: `<head><script defer ${src}></script></head>`,
    later: `<script>addEventListener('load', () => {
      const script = document.createElement('script');
      script.src = '${lab.api.url}/w.js';
      script.dataset.site = '${lab.node.site.key}';
      document.head.append(script);
    })</script>`,
    twice: `<script ${src}></script><body><script ${src}></script>`,
  };
  for (const [name, head] of Object.entries(ways)) {
    lab.page(`/by-${name}`, `<title>${name}</title>${head}<h1>Hello</h1>`);
    const { page, complaints } = await lab.open(context, `/by-${name}`);
    await page.waitForFunction(() => (window.porchlight as { state?: string } | undefined)?.state === 'live');
    const sent = lab.api.calls.filter(
      ({ operation, body }) => operation === 'identify' && body.includes(`/by-${name}"`),
    );
    expect([name, sent.length]).toEqual([name, 1]);
    expect(complaints).toEqual(name === 'twice' ? ['porchlight: second start'] : []);
    await page.close();
  }
});

it('[W-2] the page has one more name in its window, and nothing else', async () => {
  lab.page('/without', '<title>x</title>');
  lab.page('/with', `<title>x</title>${lab.tag()}`);
  const without = await lab.open(context, '/without');
  const names = await without.page.evaluate(() => Object.getOwnPropertyNames(window));
  const { page } = await lab.open(context, '/with');
  await page.waitForFunction(() => (window.porchlight as { state?: string } | undefined)?.state === 'live');

  const added = await page.evaluate(
    (known) => Object.getOwnPropertyNames(window).filter((name) => !known.includes(name)),
    names,
  );

  expect(added.filter((name) => !/^__playwright|^__pw/.test(name))).toEqual(['porchlight']);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('style');
});

it('[W-17] one preflight serves all calls of a visit', async () => {
  lab.page('/calls', `<title>Calls</title>${lab.tag()}`);
  const before = lab.api.preflights();
  const { page } = await lab.open(context, '/calls');
  const { tabId } = (await lab.api.next('identify', { page: { url: `${lab.pages}/calls`, title: 'Calls' } }))
    .input;
  await page.evaluate(() => history.pushState(null, '', '/calls/2'));
  await lab.api.next('recordPageView', { tabId });
  await page.close();
  await lab.api.next('disconnect', { tabId });

  expect(lab.api.preflights() - before).toBe(1);
});

it('case 120: a script that was blocked leaves early calls harmless', async () => {
  lab.page(
    '/blocked',
    `<title>Blocked</title><script>window.porchlight = window.porchlight || [];</script>${lab.tag()}<h1>Hello</h1>`,
  );
  await context.route('**/w.js', (route) => route.abort('blockedbyclient'));
  const { page, complaints } = await lab.open(context, '/blocked');

  await page.evaluate(() => (window.porchlight as unknown[]).push(['identify', { id: 'u1' }], ['reset']));

  expect(complaints).toEqual([]);
  expect(lab.api.calls.filter(({ body }) => body.includes('/blocked'))).toEqual([]);
});
