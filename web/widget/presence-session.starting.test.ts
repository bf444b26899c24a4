import { stageWidget, type Stage } from './testing/stage-widget';
import { prepareStage } from './testing/prepare-stage';

const operations = (stage: Stage): string[] => stage.fresh().map(({ operation }) => operation);

prepareStage(0);

it('[W-3] one identify carries the page, the language and the time zone', async () => {
  const stage = await stageWidget({ path: '/start?secret=1#top' });

  await stage.pass(10_000);

  expect(stage.calls).toHaveLength(1);
  const { operation, input, url, request } = stage.calls[0]!;
  expect(operation).toBe('identify');
  expect(url).toBe('https://porch.example/graphql');
  expect(request).toMatchObject({ method: 'POST', credentials: 'omit', keepalive: true });
  expect(request.headers).toEqual({ 'content-type': 'application/json' });
  expect(input).toEqual({
    siteKey: 'site-key',
    visitorToken: null,
    tabId: expect.stringMatching(/^[A-Za-z0-9_-]{16,64}$/),
    seq: 1,
    page: { url: 'http://localhost/start', title: 'Start' },
    isVisible: true,
    locale: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
});

it('[W-3] a page opened in a background tab says nothing until it is seen', async () => {
  const stage = await stageWidget({ isHidden: true });
  await stage.pass(600_000);
  expect(stage.api.state).toBe('idle');
  expect(stage.calls).toHaveLength(0);

  stage.show();
  await stage.pass(0);

  expect(operations(stage)).toEqual(['identify']);
  expect(stage.api.state).toBe('live');
});

it('a token from an earlier page comes along, and the new one is kept', async () => {
  localStorage.setItem('porchlight', ' token-0');
  const stage = await stageWidget();

  expect(stage.calls[0]!.input.visitorToken).toBe('token-0');
  expect(Object.keys(localStorage)).toEqual(['porchlight']);
  await stage.pass(20_000);
  expect(stage.calls[1]!.input.visitorToken).toBe('token-0');
});

it('[W-14] where storage is blocked the token lives in memory', async () => {
  jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  const stage = await stageWidget();

  await stage.pass(20_000);
  jest.mocked(jest.spyOn(window, 'localStorage', 'get')).mockRestore();

  expect(stage.calls.map(({ input }) => input.visitorToken)).toEqual([null, 'token-1']);
});
