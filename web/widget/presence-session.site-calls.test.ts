import { stageWidget, type Stage } from './testing/stage-widget';
import { prepareStage } from './testing/prepare-stage';

const operations = (stage: Stage): string[] => stage.fresh().map(({ operation }) => operation);

prepareStage();

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

it('another person at the same browser is another visitor: the one before leaves', async () => {
  const stage = await stageWidget({ early: [['identify', { id: 'u1' }]] });
  stage.fresh();

  stage.api.identify({ id: 'u2' });
  await stage.pass(0);

  const [goodbye, hello] = stage.fresh();
  expect(goodbye).toMatchObject({ operation: 'disconnect', input: { visitorToken: 'token-1' } });
  expect(hello).toMatchObject({ operation: 'identify', input: { externalId: 'u2' } });
  expect(hello!.input).not.toHaveProperty('visitorToken');
  expect(hello!.input.tabId).not.toBe(goodbye!.input.tabId);
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

it('shutdown says goodbye and is final', async () => {
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
  }).not.toThrow();
});
