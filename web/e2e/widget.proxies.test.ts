import { createServer, request as forward } from 'node:http';
import type { Page } from 'playwright-core';
import { proxyRecipes } from '../dashboard/components/features/settings/install/proxy-recipes';
import type { PorchlightApi } from '../widget/porchlight-api';
import { listenLocally } from './listen-locally';
import { proxiesHere, runProxy } from './run-proxy';
import { openWidgetLab, type WidgetLab } from './widget-lab';

jest.setTimeout(90_000);

let lab: WidgetLab;

beforeAll(async () => void (lab = await openWidgetLab()));
afterAll(() => lab?.close());

/** The shop's pages name nothing but the shop's own addresses, as the line of the recipe has it. */
function servePages(): void {
  const [line] = /<script.*<\/script>/.exec(recipe('nginx')) ?? [];
  lab.page('/shop', `<title>Shop</title>${line}`);
}

function recipe(name: string): string {
  return proxyRecipes(lab.api.url, lab.node.site.key).find((each) => each.name === name)!.code;
}

async function visit(shop: string): Promise<{ hosts: Set<string>; page: Page; leave: () => Promise<void> }> {
  const context = await lab.person();
  const page = await context.newPage();
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await context.addCookies([{ name: 'basket', value: 'private', url: shop }]);
  await page.goto(`${shop}/shop`);
  return { hosts, page, leave: () => lab.leave(context) };
}

/** What has to be true behind any proxy. */
async function isHeard(shop: string): Promise<void> {
  const { hosts, page, leave } = await visit(shop);

  const { headers, input } = await lab.api.next('identify');
  await page.waitForFunction(() => (window.porchlight as PorchlightApi).state === 'live');
  await page.evaluate(() => (window.porchlight as PorchlightApi).debug());

  expect(input.page).toMatchObject({ url: `${shop}/shop` });
  expect([...hosts]).toEqual([new URL(shop).host]);
  expect(lab.api.preflights()).toBe(0);
  expect(headers.cookie ?? '').toBe('');
  expect(headers['x-forwarded-for']).toBe('127.0.0.1');
  expect(headers.host).toBe(new URL(lab.api.url).host);
  expect(await lab.viewing()).toEqual([`${shop}/shop`]);

  await page.goto('about:blank');
  await lab.api.next('disconnect');
  await leave();
}

it('[W-16] behind the shop’s own address nothing is fetched from elsewhere, and nothing is asked beforehand', async () => {
  servePages();
  const api = new URL(lab.api.url);
  const shop = await listenLocally(
    createServer((request, response) => {
      const [, below] = /^\/_pl(\/.*)$/.exec(request.url ?? '') ?? [];
      const headers = { ...request.headers, host: api.host, 'x-forwarded-for': '127.0.0.1' };
      delete headers.cookie;
      const target = below === undefined ? new URL(request.url ?? '/', lab.pages) : new URL(below, api);
      const onward = forward(target, { method: request.method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      request.pipe(onward);
    }),
  );

  await isHeard(shop.url);
  await shop.close();
});

// Which of them the machine has is its own business; the test above says what all of them have to do.
const here = proxiesHere();
if (here.length > 0) {
  it.each(here)('[W-16] %s does that by the recipe, letter by letter', async (name) => {
    servePages();
    const shop = await runProxy(name, recipe(name), lab.pages);

    await isHeard(shop.url);
    await shop.stop();
  });
}
