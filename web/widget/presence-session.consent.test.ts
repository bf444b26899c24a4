import { stageWidget, type Stage } from './testing/stage-widget';
import { prepareStage } from './testing/prepare-stage';

const operations = (stage: Stage): string[] => stage.fresh().map(({ operation }) => operation);
const withConsent = { options: { consent: 'required' } };

prepareStage(0);

it('[W-12] where consent is required nothing is stored and nothing sent before it is given', async () => {
  const stage = await stageWidget({ ...withConsent, early: [['identify', { id: 'u1' }]] });

  stage.api.reset();
  stage.api.page('/other');
  stage.hide();
  stage.show();
  stage.fire('pagehide');
  stage.fire('pageshow');
  await stage.pass(600_000);

  expect(stage.calls).toEqual([]);
  expect(localStorage).toHaveLength(0);
  expect(stage.api.state).toBe('stopped');
});

it('[W-12] consent starts at once, and is remembered for the next page', async () => {
  const stage = await stageWidget(withConsent);

  stage.api.consent(true);
  await stage.pass(0);
  expect(operations(stage)).toEqual(['identify']);
  const next = await stageWidget(withConsent);

  expect(next.calls[0]!.input.visitorToken).toBe('token-1');
});

it('[W-12] a no says goodbye, forgets who the visitor was, and is heard by the next page', async () => {
  const stage = await stageWidget(withConsent);
  stage.api.consent(true);
  await stage.pass(20_000);
  stage.fresh();

  stage.api.consent(false);
  history.pushState(null, '', '/next');
  await stage.pass(600_000);
  const next = await stageWidget();
  await next.pass(60_000);

  expect(operations(stage)).toEqual(['disconnect']);
  expect(stage.api.state).toBe('stopped');
  expect(localStorage.porchlight).toBe('0 ');
  expect(next.calls).toEqual([]);
});

it('[W-12] a visitor who comes round is somebody new', async () => {
  const stage = await stageWidget();
  stage.api.consent(false);
  stage.fresh();

  stage.api.consent(true);
  await stage.pass(0);

  expect(stage.fresh()[0]).toMatchObject({ operation: 'identify', input: { visitorToken: null } });
  expect(stage.api.state).toBe('live');
});

it('[W-12] consent before the start is kept, and starts nothing by itself', async () => {
  const stage = await stageWidget({ options: { auto: 'false', consent: 'required' } });

  stage.api.consent(true);
  await stage.pass(1_000);
  expect(stage.calls).toEqual([]);
  stage.api.init();
  await stage.pass(0);

  expect(operations(stage)).toEqual(['identify']);
});

it('[W-12] a no in another tab stops this one at its next identify', async () => {
  const stage = await stageWidget();
  localStorage.porchlight = '0 ';
  stage.fresh();

  stage.api.identify({ id: 'u1' });
  await stage.pass(60_000);

  expect(operations(stage)).not.toContain('identify');
  expect(stage.api.state).toBe('stopped');
});

it('[W-12] the token of a time before consent was required is not used without it', async () => {
  localStorage.porchlight = ' token-0';
  const stage = await stageWidget(withConsent);
  await stage.pass(60_000);
  expect(stage.calls).toEqual([]);

  stage.api.consent(true);
  await stage.pass(0);

  expect(stage.calls[0]!.input.visitorToken).toBe('token-0');
});
