import { stageWidget, type Stage } from './testing/stage-widget';
import { prepareStage } from './testing/prepare-stage';

const operations = (stage: Stage): string[] => stage.fresh().map(({ operation }) => operation);

prepareStage(0);

it('a call made before the script came is part of the first identify', async () => {
  const stage = await stageWidget({
    early: [['identify', { id: 7, name: 'Ada', traits: { plan: 'team', nested: { no: 1 }, list: [1] } }]],
  });

  await stage.pass(10_000);

  expect(stage.calls).toHaveLength(1);
  expect(stage.calls[0]!.input).toMatchObject({
    externalId: '7',
    displayName: 'Ada',
    traits: { plan: 'team' },
  });
});

it('identify names the visitor, and saying it again says nothing', async () => {
  const stage = await stageWidget();
  await stage.pass(2_000);
  stage.fresh();

  for (let i = 0; i < 5; i++) {
    stage.api.identify({ id: 'u1', email: 'ada@example.com' });
    await stage.pass(2_000);
  }

  const [named, ...rest] = stage.fresh();
  expect(named!.input).toMatchObject({
    visitorToken: 'token-1',
    externalId: 'u1',
    email: 'ada@example.com',
  });
  expect(named!.input.tabId).toBe(stage.calls[0]!.input.tabId);
  expect(rest).toEqual([]);
});

it('another person at the same browser is told without anything of the one before', async () => {
  const stage = await stageWidget({ early: [['identify', { id: 'u1', name: 'Ada' }]] });
  stage.fresh();

  stage.api.identify({ email: 'ada@example.com' });
  await stage.pass(1_000);
  stage.api.identify({ id: 'u2' });
  await stage.pass(1_000);

  const [more, next] = stage.fresh().map(({ input }) => input);
  expect(more).toMatchObject({ externalId: 'u1', displayName: 'Ada', email: 'ada@example.com' });
  expect(next).toMatchObject({ externalId: 'u2', visitorToken: 'token-1' });
  expect(Object.keys(next!)).not.toEqual(expect.arrayContaining(['displayName']));
  expect(Object.keys(next!)).not.toEqual(expect.arrayContaining(['email']));
});

it('reset makes somebody new of the visitor, and the same person can be named again', async () => {
  const stage = await stageWidget({ early: [['identify', { id: 'u1' }]] });
  stage.fresh();

  stage.api.reset();
  await stage.pass(2_000);
  stage.api.identify({ id: 'u1' });
  await stage.pass(0);

  expect(stage.fresh().map(({ operation, input }) => [operation, input.externalId])).toEqual([
    ['disconnect', undefined],
    ['identify', undefined],
    ['identify', 'u1'],
  ]);
});

it('shutdown says goodbye and is final, until init', async () => {
  const stage = await stageWidget();
  stage.fresh();

  stage.api.shutdown();
  stage.api.identify({ id: 'u1' });
  stage.api.reset();
  history.pushState(null, '', '/next');
  stage.fire('pageshow', { persisted: true });
  await stage.pass(600_000);
  expect(operations(stage)).toEqual(['disconnect']);
  expect(stage.api.state).toBe('stopped');
  stage.api.init();
  await stage.pass(0);

  expect(operations(stage)).toEqual(['identify']);
  expect(stage.api.state).toBe('live');
});

it('whoever listens hears each new state once, and what a listener throws stops nothing', async () => {
  const stage = await stageWidget();
  const heard: string[] = [];
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
  const reported = jest.fn((event: Event) => event.preventDefault());
  window.addEventListener('error', reported);
  let isOver = false;
  stage.api.on('state', () => {
    if (!isOver) throw new Error('of the page');
  });
  stage.api.on('state', (state) => heard.push(state));

  stage.answer(() => new TypeError('Failed to fetch'));
  await stage.pass(40_000);
  stage.answer();
  await stage.pass(300_000);
  stage.api.shutdown();
  isOver = true;
  window.removeEventListener('error', reported);

  expect(heard).toEqual(['retrying', 'live', 'stopped']);
  expect(reported).toHaveBeenCalledTimes(3);
});

it('reset in a tab that is in the background waits until it is seen', async () => {
  const stage = await stageWidget();
  stage.hide();
  await stage.pass(2_000);
  stage.fresh();

  stage.api.reset();
  await stage.pass(60_000);
  expect(operations(stage)).toEqual(['disconnect']);
  stage.show();
  await stage.pass(0);

  expect(stage.fresh()[0]).toMatchObject({ operation: 'identify', input: { visitorToken: null } });
});

it('no call throws, whatever it is given', async () => {
  const stage = await stageWidget();
  const circular: Record<string, unknown> = {};
  circular.self = circular;

  expect(() => {
    stage.api.identify(undefined as never);
    stage.api.identify({ traits: circular });
    stage.api.page('http://');
    stage.api.push(['nonsense' as never]);
    stage.api.push(undefined as never);
    stage.api.init(undefined);
    stage.api.on(undefined as never, undefined as never);
    stage.api.consent(undefined as never);
    stage.api.identify({ id: Symbol('x') as never });
  }).not.toThrow();
});
