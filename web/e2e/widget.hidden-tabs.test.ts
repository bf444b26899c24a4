import { untilPasses } from '../../api/testing/until-passes';
import { openPlainChromium, type PlainChromium } from './plain-chromium';
import { openWidgetLab, type WidgetLab } from './widget-lab';

jest.setTimeout(90_000);

/** More than a hidden tab may be silent. */
const TOO_LONG_MS = 155_000;

let lab: WidgetLab;
let chromium: PlainChromium;

beforeAll(async () => {
  lab = await openWidgetLab();
  for (const name of ['one', 'two', 'behind', 'cold'])
    lab.page(`/${name}`, `<title>${name}</title>${lab.tag()}`);
});
beforeEach(async () => void (chromium = await openPlainChromium()));
afterEach(async () => {
  await chromium.close();
  await lab.forget();
});
afterAll(() => lab?.close());

const identified = async (path: string) =>
  (await lab.api.next('identify', { page: { url: lab.pages + path } })).input.tabId;

it('[W-8] of two tabs the one in front is what the visitor is viewing', async () => {
  const one = await chromium.open(`${lab.pages}/one`);
  const first = await identified('/one');
  await untilPasses(async () => expect(await lab.viewing()).toEqual([`${lab.pages}/one`]));

  await chromium.open(`${lab.pages}/two`);
  const second = await identified('/two');
  await lab.api.next('heartbeat', { tabId: first, isVisible: false });
  await untilPasses(async () => expect(await lab.viewing()).toEqual([`${lab.pages}/two`]));

  await one.show();
  await lab.api.next('heartbeat', { tabId: first, isVisible: true });
  await lab.api.next('heartbeat', { tabId: second, isVisible: false });
  await untilPasses(async () => expect(await lab.viewing()).toEqual([`${lab.pages}/one`]));
});

it('[W-3] a tab that is opened behind others says nothing until it is looked at', async () => {
  await chromium.open(`${lab.pages}/one`);
  await identified('/one');
  const behind = await chromium.open(`${lab.pages}/behind`, true);
  await untilPasses(async () => expect(await behind.run('window.porchlight?.state')).toBe('idle'));
  expect(lab.api.calls.filter(({ body }) => body.includes('/behind'))).toEqual([]);

  await behind.show();

  await identified('/behind');
});

it('[W-19] a tab that is frozen is offline without a goodbye, and back as soon as it thaws', async () => {
  const cold = await chromium.open(`${lab.pages}/cold`);
  const tabId = await identified('/cold');
  await chromium.open('about:blank');
  await lab.api.next('heartbeat', { tabId, isVisible: false });
  const [visitor] = await lab.online();
  await cold.freeze();
  lab.api.calls.length = 0;

  lab.node.advanceClock(TOO_LONG_MS);
  await untilPasses(async () => expect(await lab.online()).toEqual([]));
  expect(lab.api.calls).toEqual([]);
  await cold.thaw();

  await untilPasses(async () => expect(await lab.online()).toEqual([visitor]));
});

it('[W-3] a page that the browser renders ahead says nothing until it is opened', async () => {
  lab.page(
    '/ahead',
    `<title>ahead</title><a href="/target">target</a>
    <script type="speculationrules">{"prerender":[{"urls":["/target"],"eagerness":"immediate"}]}</script>
    <script>
      const follow = () =>
        fetch('/go').then(({ ok }) => (ok ? document.querySelector('a').click() : setTimeout(follow, 50)));
      follow();
    </script>`,
  );
  lab.page(
    '/target',
    `<title>target</title>${lab.tag()}
    <script>addEventListener('load', () => fetch('/ran-' + document.prerendering + '-' + porchlight.state));</script>`,
  );
  await chromium.open(`${lab.pages}/ahead`);
  await untilPasses(() => expect(lab.asked).toContain('/ran-true-idle'));
  const sent = () => lab.api.calls.filter(({ body }) => body.includes('/target'));
  expect(sent()).toEqual([]);

  lab.page('/go', '');
  await identified('/target');

  expect(sent()).toHaveLength(1);
});
