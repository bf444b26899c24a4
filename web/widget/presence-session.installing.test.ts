import { runWidget } from './presence-session';
import { stageWidget } from './testing/stage-widget';
import { prepareStage } from './testing/prepare-stage';

prepareStage(0);

const noParts = () => Promise.resolve();

it('the API may live elsewhere than the script', async () => {
  const stage = await stageWidget({ options: { api: 'https://proxy.example/_pl/graphql' } });

  expect(stage.calls[0]!.url).toBe('https://proxy.example/_pl/graphql');
});

it('case 113: the tag twice, and init besides, start one session, and say so once', async () => {
  const warned = jest.spyOn(console, 'warn').mockReturnValue();
  const stage = await stageWidget();

  runWidget('https://porch.example/w.js', { site: 'site-key' }, noParts);
  stage.api.init({ site: 'another' });
  await stage.pass(25_000);

  expect(stage.calls.map(({ operation }) => operation)).toEqual(['identify', 'heartbeat']);
  expect(warned.mock.calls).toEqual([['porchlight: second start']]);
});

it('a tag that says data-auto="false", or names no site, waits for init', async () => {
  const waits = await stageWidget({ options: { auto: 'false' } });
  const nameless = await stageWidget({ options: { site: undefined } });
  expect(waits.calls.concat(nameless.calls)).toEqual([]);
  expect(nameless.api.state).toBe('idle');

  nameless.api.init({ site: 'site-key', maskUrl: (url) => url.replace(/start/, 'masked') });
  await nameless.pass(0);

  expect(nameless.calls[0]!.input).toMatchObject({
    siteKey: 'site-key',
    page: { url: 'http://localhost/masked' },
  });
});

it('init in the queue of early calls is the start, and its options are in force from the first call on', async () => {
  const warned = jest.spyOn(console, 'warn');
  const stage = await stageWidget({
    early: [['init', { maskUrl: () => 'https://shop.example/somewhere' }]],
    path: '/secret',
  });

  expect(stage.calls.map(({ input }) => (input.page as { url: string }).url)).toEqual([
    'https://shop.example/somewhere',
  ]);
  expect(warned).not.toHaveBeenCalled();
});

it('calls given to the queue after the script came are run as well', async () => {
  const stage = await stageWidget();
  await stage.pass(1_000);
  stage.fresh();

  stage.api.push(['identify', { id: 'u1' }]);
  await stage.pass(0);

  expect(stage.fresh()[0]!.input.externalId).toBe('u1');
});

it('an element that happens to be called porchlight does not stop the widget', async () => {
  const stage = await stageWidget({ early: document.createElement('div') as never });

  expect(stage.calls).toHaveLength(1);
});

it('[W-13] an automated browser gets an API that does nothing', async () => {
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue('HeadlessChrome/156');
  const stage = await stageWidget();

  stage.api.identify({ id: 'u1' });
  stage.api.page('/x');
  stage.api.consent(true);
  await stage.pass(60_000);

  expect(stage.api.state).toBe('stopped');
  expect(stage.calls).toEqual([]);
});

it('[W-2] one name in the window and one key in storage are all it leaves', async () => {
  const before = new Set(Object.keys(window));
  const stage = await stageWidget();
  await stage.pass(60_000);

  expect(Object.keys(window).filter((name) => !before.has(name))).toEqual([]);
  expect(Object.entries(localStorage)).toEqual([['porchlight', ' token-1']]);
  expect(document.cookie).toBe('');
});
