import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { PorchlightApi } from '../widget/porchlight-api';
import { openWidgetLab, type WidgetLab } from './widget-lab';

jest.setTimeout(90_000);

const [, SENT = '', STORED = ''] =
  /## What is sent, and what is stored\n(.*?)\nStored in the browser(.*?)\n## /s.exec(
    readFileSync(join(__dirname, '../../docs/widget.md'), 'utf8'),
  ) ?? [];

let lab: WidgetLab;
let context: BrowserContext;
let stored: unknown;

beforeAll(async () => {
  lab = await openWidgetLab();
  context = await lab.person();
  await visitWithEverything();
});
afterAll(() => lab?.close());

/** One visit in which each call is made, and each field has something to say. */
async function visitWithEverything(): Promise<void> {
  lab.page('/from', '<title>From</title>');
  lab.page('/told', `<title>Told</title>${lab.tag()}`);
  const page = await context.newPage();
  const live = () =>
    page.waitForFunction(() => (window.porchlight as { state?: string } | undefined)?.state === 'live');
  await page.goto(`${lab.pages}/told`, { referer: `${lab.pages}/from` });
  await lab.api.next('identify');
  await live();
  await page.evaluate(() =>
    (window.porchlight as PorchlightApi).identify({
      id: 'u_42',
      name: 'Maria',
      email: 'maria@example.com',
      avatar: 'https://example.com/maria.png',
      traits: { plan: 'pro' },
      signature: '0'.repeat(64),
    }),
  );
  await lab.api.next('identify', { externalId: 'u_42' });
  await live();
  await page.evaluate(() => history.pushState(null, '', '/told/more'));
  await lab.api.next('recordPageView');
  await live();
  await context.setOffline(true);
  await context.setOffline(false);
  await lab.api.next('heartbeat');
  await live();
  stored = await page.evaluate(async () => ({
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    indexedDB: await indexedDB.databases(),
    caches: await caches.keys(),
    parts: (localStorage.porchlight as string).split(' ').map((part) => part.length > 0),
  }));
  expect(await context.cookies()).toEqual([]);
  await page.close();
  await lab.api.next('disconnect');
}

/** The fields of an input, those of the page by their full names. */
const fieldsOf = ({ page = {}, ...input }: Record<string, unknown>) => [
  ...Object.keys(input),
  ...Object.keys(page as object).map((name) => `page.${name}`),
];

it('[W-10] docs/widget.md names every field of every call that a real browser sends, and no other', () => {
  const sent = new Set(
    lab.api.calls.flatMap(({ operation, input }) => fieldsOf(input).map((field) => `${operation} ${field}`)),
  );
  const [head = [], , ...rows] = SENT.split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));
  const told = rows.flatMap(([, field = '', ...cells]) =>
    cells.flatMap((cell, at) => (cell === 'yes' ? [`${head[at + 2]} ${field}`] : [])),
  );

  expect(told.sort()).toEqual([...sent].sort());
});

it('[W-2] docs/widget.md names everything that is left in a real browser', () => {
  const keys = [...STORED.matchAll(/^\| `localStorage` +\| `(\w+)`/gm)].map(([, key]) => key);

  expect(keys).toHaveLength(1);
  expect(stored).toEqual({
    localStorage: keys,
    sessionStorage: [],
    indexedDB: [],
    caches: [],
    // No answer about consent was given; the token is there.
    parts: [false, true],
  });
});

it('[W-17] the calls bring no header but those of the browser, and none that says who somebody is', () => {
  for (const { headers } of lab.api.calls) {
    expect(headers['content-type']).toBe('application/json');
    expect(Object.keys(headers).filter((name) => /^x-|cookie|authorization/.test(name))).toEqual([]);
  }
});
