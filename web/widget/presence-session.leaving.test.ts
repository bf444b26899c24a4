import { stageWidget } from './testing/stage-widget';
import { prepareStage } from './testing/prepare-stage';

prepareStage(0);

it('[W-7] pagehide says goodbye in a call that outlives the page, and nothing is said after it', async () => {
  const stage = await stageWidget();
  stage.fresh();

  stage.fire('pagehide', { persisted: false });
  stage.hide();
  stage.fire('online');
  history.pushState(null, '', '/elsewhere');
  stage.api.page('/virtual');
  await stage.pass(600_000);

  const [goodbye, ...rest] = stage.fresh();
  expect(goodbye).toMatchObject({ operation: 'disconnect', request: { keepalive: true } });
  expect(goodbye!.input).toEqual({
    visitorToken: 'token-1',
    tabId: stage.calls[0]!.input.tabId,
    seq: 2,
  });
  expect(rest).toEqual([]);
});

it('[W-8] a page restored by the browser identifies at once as a new tab of the same visitor', async () => {
  const stage = await stageWidget();
  stage.fire('pagehide', { persisted: true });
  stage.fresh();

  stage.fire('pageshow', { persisted: true });
  await stage.pass(0);

  const [again] = stage.fresh();
  expect(again).toMatchObject({ operation: 'identify', input: { visitorToken: 'token-1' } });
  expect(again!.input.tabId).not.toBe(stage.calls[0]!.input.tabId);
  expect(stage.api.state).toBe('live');
});

it('[W-7] a page that comes back without a word is seen again, as a new tab', async () => {
  const stage = await stageWidget();
  stage.fire('pagehide', { persisted: true });
  stage.hide();
  stage.fire('pageshow', { persisted: true });
  await stage.pass(60_000);
  stage.fresh();

  stage.show();
  await stage.pass(0);

  expect(stage.fresh().map(({ operation }) => operation)).toEqual(['identify']);
});

it('a page that was never seen leaves without a word', async () => {
  const stage = await stageWidget({ isHidden: true });

  stage.fire('pagehide');
  await stage.pass(0);

  expect(stage.calls).toEqual([]);
});

it('leaving is not assumed when the visitor may still decide to stay', async () => {
  const stage = await stageWidget();
  stage.fresh();

  window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  await stage.pass(0);

  expect(stage.fresh()).toEqual([]);
});

it('[W-8] every call of a tab carries a higher seq than the one before', async () => {
  const stage = await stageWidget();
  history.pushState(null, '', '/two');
  await stage.pass(1_000);
  stage.hide();
  await stage.pass(1_000);
  stage.show();
  await stage.pass(60_000);
  stage.fire('pagehide');

  const seqs = stage.calls.map(({ input }) => Number(input.seq));
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
  expect(new Set(stage.calls.map(({ input }) => input.tabId)).size).toBe(1);
});
