import { runWidget } from './run-widget';
import { stageWidget } from './testing/stage-widget';
import { prepareStage } from './testing/prepare-stage';

prepareStage();

it('the API may live elsewhere than the script', async () => {
  const stage = await stageWidget({ attributes: { 'data-api': 'https://proxy.example/_pl/graphql' } });

  expect(stage.calls[0]!.url).toBe('https://proxy.example/_pl/graphql');
});

it('the tag twice in a page starts one session', async () => {
  const stage = await stageWidget();
  const script = document.createElement('script');
  script.src = 'https://porch.example/w.js';
  script.dataset.site = 'site-key';

  runWidget(script);
  await stage.pass(25_000);

  expect(stage.calls.map(({ operation }) => operation)).toEqual(['identify', 'heartbeat']);
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
  await stage.pass(60_000);

  expect(stage.api.state).toBe('stopped');
  expect(stage.calls).toEqual([]);
});

it('[W-2] one name in the window and one key in storage are all it leaves', async () => {
  const before = new Set(Object.keys(window));
  const stage = await stageWidget();
  await stage.pass(60_000);

  expect(Object.keys(window).filter((name) => !before.has(name))).toEqual([]);
  expect(Object.keys(localStorage)).toEqual(['porchlight']);
  expect(document.cookie).toBe('');
});
