import type { BrowserContext } from 'playwright-core';
import { untilPasses } from '../../api/testing/until-passes';
import { routerApp } from './router-app';
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

const at = (path: string, title: string) => ({ page: { url: lab.pages + path, title } });

/** Who is online once it is exactly one, which every test begins and ends with the means to know. */
async function theOneOnline(): Promise<string> {
  return untilPasses(async () => {
    const ids = await lab.online();
    expect(ids).toHaveLength(1);
    return ids[0]!;
  });
}
const nobodyOnline = () => untilPasses(async () => expect(await lab.online()).toEqual([]));

it('a visitor is seen, followed from page to page inside the page, and says goodbye when the tab closes', async () => {
  lab.page('/home', `<title>Home</title>${lab.tag()}`);
  const { page, complaints } = await lab.open(context, '/home?secret=1');

  const { input } = await lab.api.next('identify', at('/home', 'Home'));
  expect(input).toMatchObject({ locale: 'pt-PT', timeZone: 'Europe/Lisbon', isVisible: true });
  await page.evaluate(() => {
    history.pushState(null, '', '/pricing');
    document.title = 'Pricing';
  });
  await lab.api.next('recordPageView', { tabId: input.tabId, ...at('/pricing', 'Pricing') });
  await page.close();

  const { headers } = await lab.api.next('disconnect', { tabId: input.tabId });
  expect(headers['content-type']).toBe('application/json');
  expect(complaints).toEqual([]);
  await nobodyOnline();
});

it('case 100: each route of a router is reported once, with its title, whatever it is made of', async () => {
  for (const [name, separator, prefix] of [
    ['history-router', '/', ''],
    ['navigation-router', '/', ''],
    ['hash-router', '#/', '#'],
  ] as const) {
    const root = `/fixtures/${name}`;
    const { page } = await lab.open(context, root);
    const { tabId } = (await lab.api.next('identify', { page: { url: lab.pages + root } })).input;

    for (const route of ['a', 'b', 'c']) {
      await page.getByRole('link', { name: route, exact: true }).click();
      const title = `Page ${prefix ? `#/${route}` : `${root}/${route}`}`;
      await lab.api.next('recordPageView', { tabId, ...at(`${root}${separator}${route}`, title) });
    }
    await page.close();
    await lab.api.next('disconnect', { tabId });
    const views = lab.api.calls.filter(
      ({ operation, input }) => operation === 'recordPageView' && input.tabId === tabId,
    );
    expect([name, views.length]).toEqual([name, 3]);
  }
  await nobodyOnline();
});

it.each([
  ['React Router', 'react.tsx', '/react', 'React'],
  ['Vue Router', 'vue.ts', '/vue', 'Vue'],
  ['Vue Router with the page in the fragment', 'vue.ts', '/vue-hash#', 'Vue'],
])(
  'case 100: each route of %s is one page view, and neither a redirect nor a sort order is another',
  async (_, file, root, name) => {
    const isHash = root.endsWith('#');
    lab.page(root.replace(/#?$/, '*'), routerApp(file, lab.tag(isHash ? 'data-hash' : '')));
    const { page, complaints } = await lab.open(context, isHash ? `${root}/` : root);
    const { tabId } = (await lab.api.next('identify')).input;
    const follow = async (link: string, route: string) => {
      await page.getByRole('link', { name: link, exact: true }).click();
      await lab.api.next('recordPageView', { tabId, ...at(`${root}/${route}`, `${name} ${route}`) });
    };

    await follow('a', 'a');
    if (!isHash) await page.getByRole('button', { name: 'sort' }).click();
    await follow('b', 'b');
    await follow('moved', 'c');
    await page.goBack();
    await lab.api.next('recordPageView', { tabId, ...at(`${root}/b`, `${name} b`) });
    await page.close();
    await lab.api.next('disconnect', { tabId });

    expect(
      lab.api.calls.filter(({ operation, input }) => operation === 'recordPageView' && input.tabId === tabId),
    ).toHaveLength(4);
    expect(complaints).toEqual([]);
  },
);

it('[W-9] a browser without the Navigation API is followed as well', async () => {
  await context.addInitScript(() => Object.defineProperty(window, 'navigation', { value: undefined }));
  const root = '/fixtures/history-router';
  const { page } = await lab.open(context, root);
  const { tabId } = (await lab.api.next('identify', { page: { url: lab.pages + root } })).input;
  await untilPasses(async () =>
    expect(await page.evaluate(() => Object.hasOwn(history, 'pushState'))).toBe(true),
  );

  await page.getByRole('link', { name: 'b', exact: true }).click();
  await lab.api.next('recordPageView', { tabId, ...at(`${root}/b`, `Page ${root}/b`) });
  await page.goBack();

  await lab.api.next('recordPageView', { tabId, ...at(root, `Page ${root}`) });
  await page.close();
  await nobodyOnline();
});

it('[W-7] twenty full navigations and five reloads are one visit', async () => {
  const { page } = await lab.open(context, '/one');
  const live = () =>
    page.waitForFunction(() => (window.porchlight as { state?: string } | undefined)?.state === 'live');
  // Before that the browser does not know yet who it is.
  await live();
  const visitor = await theOneOnline();

  for (let move = 0; move < 20; move++) {
    await page.goto(`${lab.pages}/${move % 2 ? 'one' : 'two'}`);
    await live();
  }
  for (let reload = 0; reload < 5; reload++) {
    await page.reload();
    await live();
  }

  expect(await lab.online()).toEqual([visitor]);
  const story = await lab.storyOf(visitor);
  expect(story.filter((kind) => kind === 'WENT_OFFLINE')).toEqual([]);
  expect(story.filter((kind) => kind === 'CAME_ONLINE')).toHaveLength(1);
  await page.close();
  await nobodyOnline();
});
