import { accept, stageWidget, type Stage } from './testing/stage-widget';
import { prepareStage } from './testing/prepare-stage';

const operations = (stage: Stage): string[] => stage.fresh().map(({ operation }) => operation);

prepareStage(0);

it('[W-4] come at the interval the server names, and carry the page', async () => {
  const stage = await stageWidget();
  stage.answer((call) => accept(call, 30));
  stage.fresh();

  await stage.pass(20_000);
  await stage.pass(29_999);
  expect(operations(stage)).toEqual(['heartbeat']);
  await stage.pass(1);

  const [beat] = stage.fresh();
  expect(beat!.input).toMatchObject({
    visitorToken: 'token-1',
    seq: 3,
    isVisible: true,
    page: { url: 'http://localhost/start' },
  });
});

it('[W-4] are never closer than five seconds or rarer than five minutes, whatever is named', async () => {
  const stage = await stageWidget();
  stage.answer((call) => accept(call, stage.calls.length === 2 ? 0.01 : 86_400));

  await stage.pass(20_000 + 5_000 + 300_000);

  expect(stage.calls.map(({ atMs }) => Math.round(atMs - stage.calls[0]!.atMs))).toEqual([
    0, 20_000, 25_000, 325_000,
  ]);
});

it('[W-5] a hidden page says so at once and then keeps to the interval for hidden pages', async () => {
  const stage = await stageWidget();
  await stage.pass(12_000);
  stage.fresh();

  stage.hide();
  await stage.pass(0);
  expect(stage.fresh().map(({ input }) => input.isVisible)).toEqual([false]);
  await stage.pass(52_000);
  expect(stage.fresh()).toHaveLength(0);
  await stage.pass(3_000);

  expect(operations(stage)).toEqual(['heartbeat']);
});

it('[W-5] a page that comes back to the front says so at once', async () => {
  const stage = await stageWidget();
  await stage.pass(5_000);
  stage.hide();
  await stage.pass(3_000);
  stage.fresh();

  stage.show();
  await stage.pass(0);

  expect(stage.fresh().map(({ input }) => input.isVisible)).toEqual([true]);
});

it('[W-5] a page that flickers twenty times a second speaks once a second, and the last word is true', async () => {
  const stage = await stageWidget();
  await stage.pass(2_000);
  stage.fresh();

  for (let flick = 0; flick < 100; flick++) {
    if (flick % 2 === 0) stage.hide();
    else stage.show();
    await stage.pass(50);
  }
  stage.hide();
  await stage.pass(1_000);

  const beats = stage.fresh();
  expect(beats.length).toBeLessThanOrEqual(7);
  expect(beats.at(-1)!.input.isVisible).toBe(false);
});

it.each(['online', 'resume'])('[W-5] "%s" makes a beat at once', async (name) => {
  const stage = await stageWidget();
  await stage.pass(3_000);
  stage.fresh();

  stage.fire(name);
  await stage.pass(0);

  expect(operations(stage)).toEqual(['heartbeat']);
});

it('after a sleep of hours there is one beat, not a backlog', async () => {
  const stage = await stageWidget();
  await stage.pass(1_000);
  stage.fresh();
  const now = performance.now.bind(performance);
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + 8 * 3_600_000);

  // Awake: the browser rings the timer that is overdue, and tells of everything at once.
  stage.fire('online');
  stage.show();
  stage.fire('resume');
  await stage.pass(19_000);
  clock.mockRestore();

  expect(operations(stage)).toEqual(['heartbeat']);
});
