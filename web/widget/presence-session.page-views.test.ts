import { accept, stageWidget, type Stage } from './testing/stage-widget';
import { prepareStage } from './testing/prepare-stage';

const operations = (stage: Stage): string[] => stage.fresh().map(({ operation }) => operation);

prepareStage(0);

it('[W-9] a new path is reported once its title is there', async () => {
  const stage = await stageWidget();
  await stage.pass(2_000);
  stage.fresh();

  history.pushState(null, '', '/pricing?coupon=secret');
  await stage.pass(60);
  document.title = 'Pricing';
  await stage.pass(60);

  const [view, ...rest] = stage.fresh();
  expect(view!.operation).toBe('recordPageView');
  expect(view!.input.page).toEqual({ url: 'http://localhost/pricing', title: 'Pricing' });
  expect(view!.input).not.toHaveProperty('isVisible');
  expect(rest).toEqual([]);
});

it('case 101: a new address is a page view even if nothing else on the page changes', async () => {
  const stage = await stageWidget();
  await stage.pass(2_000);
  stage.fresh();

  history.pushState(null, '', '/b');
  await stage.pass(1_000);

  expect(stage.fresh()[0]).toMatchObject({
    operation: 'recordPageView',
    input: { page: { url: 'http://localhost/b', title: 'Start' } },
  });
});

it('case 105: of five moves in a moment the last is told, with its own title', async () => {
  const stage = await stageWidget();
  await stage.pass(2_000);
  stage.fresh();

  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    history.pushState(null, '', `/${name}`);
    document.title = `Page ${name}`;
    await stage.pass(10);
  }
  await stage.pass(5_000);

  const views = stage.fresh();
  expect(views.map(({ input }) => input.page)).toEqual([{ url: 'http://localhost/e', title: 'Page e' }]);
});

it('case 103: an address that was replaced is a page view only if it differs after cleaning', async () => {
  const stage = await stageWidget();
  stage.fresh();

  history.replaceState(null, '', '/start?tab=2');
  history.pushState(null, '', '/start#section');
  stage.fire('hashchange');
  await stage.pass(5_000);
  expect(stage.fresh()).toEqual([]);

  history.replaceState(null, '', '/other');
  await stage.pass(1_000);
  expect(operations(stage)).toEqual(['recordPageView']);
});

it('[W-9] two hundred changes in ten seconds make at most ten calls, and the last one wins', async () => {
  const stage = await stageWidget({ options: { hash: '' } });
  await stage.pass(1_000);
  stage.fresh();

  for (let step = 1; step <= 200; step++) {
    history.replaceState(null, '', `/start#line-${step}`);
    await stage.pass(50);
  }
  await stage.pass(1_000);

  const views = stage.fresh();
  expect(views.length).toBeGreaterThan(5);
  expect(views.length).toBeLessThanOrEqual(11);
  expect(views.at(-1)!.input.page).toMatchObject({ url: 'http://localhost/start#line-200' });
});

it('the back button is a page view', async () => {
  const stage = await stageWidget();
  await stage.pass(2_000);
  stage.fresh();

  history.pushState(null, '', '/two');
  await stage.pass(2_000);
  history.replaceState(null, '', '/start');
  stage.fire('popstate');
  await stage.pass(2_000);

  expect(stage.fresh().map(({ input }) => (input.page as { url: string }).url)).toEqual([
    'http://localhost/two',
    'http://localhost/start',
  ]);
});

it('a page the router shows without an address is what the site says it is, until the address changes', async () => {
  const stage = await stageWidget();
  await stage.pass(2_000);
  stage.fresh();

  stage.api.page('/wizard/step-2?name=secret');
  await stage.pass(20_500);
  history.replaceState(null, '', '/done');
  await stage.pass(1_000);

  expect(
    stage.fresh().map(({ operation, input }) => [operation, (input.page as { url: string }).url]),
  ).toEqual([
    ['recordPageView', 'http://localhost/wizard/step-2'],
    ['heartbeat', 'http://localhost/wizard/step-2'],
    ['recordPageView', 'http://localhost/done'],
  ]);
});

it('a page that changes while identify is on its way is reported after it', async () => {
  const stage = await stageWidget({ isHidden: true });
  let answer = (_: never): void => {};
  stage.answer((call) =>
    call.operation === 'identify' ? new Promise<never>((resolve) => void (answer = resolve)) : accept(call),
  );
  stage.show();
  await stage.pass(0);
  history.pushState(null, '', '/quick');
  await stage.pass(3_000);
  expect(operations(stage)).toEqual(['identify']);

  answer(accept(stage.calls[0]!) as never);
  await stage.pass(1_000);

  expect(
    stage.fresh().map(({ operation, input }) => [operation, (input.page as { url: string }).url]),
  ).toEqual([['recordPageView', 'http://localhost/quick']]);
});

it('a long title is cut and a hostile one is only text', async () => {
  document.title = `<img onerror=alert(1)>${'x'.repeat(400)}`;
  const stage = await stageWidget();

  const { title } = stage.calls[0]!.input.page as { title: string };

  expect(title).toHaveLength(300);
  expect(title.startsWith('<img onerror=alert(1)>')).toBe(true);
});
