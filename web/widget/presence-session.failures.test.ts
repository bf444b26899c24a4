import { accept, refuse, stageWidget, type Stage } from './testing/stage-widget';
import { prepareStage } from './testing/prepare-stage';

const operations = (stage: Stage): string[] => stage.fresh().map(({ operation }) => operation);

prepareStage();

it('[W-11] a network that is down is retried ever more rarely, with what is true by then', async () => {
  const stage = await stageWidget();
  stage.answer(() => new TypeError('Failed to fetch'));
  await stage.pass(19_000);
  const before = stage.calls.length;
  expect(stage.api.state).toBe('retrying');

  await stage.pass(1_200_000);
  const gaps = stage.calls
    .slice(before - 1)
    .map(({ atMs }, i, all) => Math.round(atMs - all[Math.max(0, i - 1)]!.atMs));
  expect(gaps.slice(1, 9)).toEqual([2_500, 5_000, 10_000, 20_000, 40_000, 80_000, 150_000, 150_000]);

  history.pushState(null, '', '/later');
  stage.answer();
  await stage.pass(150_000);
  expect(
    stage.calls.find(({ input }) => (input.page as { url: string }).url.endsWith('/later')),
  ).toBeDefined();
  expect(stage.api.state).toBe('live');
});

it('[W-11] Retry-After is honoured, also when a proxy answers with a page of its own', async () => {
  const stage = await stageWidget();
  stage.answer(() => ({ status: 503, body: '<h1>busy</h1>', retryAfter: '120' }));
  await stage.pass(19_000);
  stage.fresh();

  stage.hide();
  stage.show();
  await stage.pass(119_000);
  expect(stage.fresh()).toEqual([]);
  await stage.pass(1_000);

  expect(operations(stage)).toEqual(['heartbeat']);
});

it('[W-11] a network that is back is used at once', async () => {
  const stage = await stageWidget();
  stage.answer(() => new TypeError('Failed to fetch'));
  await stage.pass(100_000);
  stage.fresh();
  stage.answer();

  stage.fire('online');
  await stage.pass(0);

  expect(operations(stage)).toEqual(['heartbeat']);
  expect(stage.api.state).toBe('live');
});

it('a server that never answers is asked again, and a late answer does no harm', async () => {
  const stage = await stageWidget();
  let late = (_: never): void => {};
  stage.answer(() => new Promise<never>((resolve) => void (late = resolve)));
  await stage.pass(19_000);
  stage.fresh();
  const unanswered = late;
  stage.answer();

  await stage.pass(12_500);
  expect(operations(stage)).toEqual(['heartbeat']);
  unanswered(refuse('SITE_UNKNOWN') as never);
  await stage.pass(0);

  expect(stage.api.state).toBe('live');
});

it.each(['SITE_UNKNOWN', 'ORIGIN_NOT_ALLOWED', 'VISITOR_FORGOTTEN', 'INVALID'])(
  '[W-11] %s ends the session for this page, once identify has heard it too',
  async (code) => {
    const stage = await stageWidget();
    stage.answer(() => refuse(code));
    await stage.pass(19_000);
    stage.fresh();
    await stage.pass(1);
    expect(operations(stage)[0]).toBe('identify');

    stage.hide();
    stage.show();
    stage.fire('pageshow', { persisted: true });
    await stage.pass(3_600_000);

    expect(stage.fresh()).toEqual([]);
    expect(stage.api.state).toBe('stopped');
  },
);

it('[W-11] a forgotten visitor is not even told apart any more: the next page begins with nobody', async () => {
  const stage = await stageWidget();
  stage.api.identify({ id: 'u1', name: 'Maria' });
  await stage.pass(1_000);
  stage.fresh();
  stage.answer(() => refuse('VISITOR_FORGOTTEN'));

  stage.api.identify({ id: 'u2' });
  await stage.pass(3_600_000);

  expect(stage.api.state).toBe('stopped');
  expect(operations(stage)).toEqual(['identify']);
  expect(localStorage.porchlight).toBe(' ');
});

it('bad user input is final, however it is said', async () => {
  const stage = await stageWidget();
  stage.answer(() => ({ status: 400, body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] } }));

  await stage.pass(3_600_000);

  expect(stage.calls.filter(({ operation }) => operation === 'heartbeat')).toHaveLength(1);
  expect(stage.api.state).toBe('stopped');
});

it('a fault of the server is not ours: it is retried', async () => {
  const stage = await stageWidget();
  stage.answer(() => ({
    body: { data: { r: null }, errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
  }));
  await stage.pass(19_000);
  stage.answer();

  await stage.pass(2_500);

  expect(stage.api.state).toBe('live');
});

it('[W-11] SESSION_ENDED begins a new session of the same visitor at once', async () => {
  const stage = await stageWidget();
  stage.answer(() => refuse('SESSION_ENDED'));
  await stage.pass(19_000);
  stage.answer();
  stage.fresh();

  await stage.pass(1);

  const [again] = stage.fresh();
  expect(again).toMatchObject({ operation: 'identify', input: { visitorToken: 'token-1' } });
  expect(again!.input.tabId).not.toBe(stage.calls[0]!.input.tabId);
});

it.each(['VISITOR_TOKEN_EXPIRED', 'VISITOR_TOKEN_INVALID'])(
  '[W-11] %s makes it identify once more; a token that identify refuses is forgotten',
  async (code) => {
    const stage = await stageWidget();
    stage.answer(() => refuse(code));
    await stage.pass(19_000);
    stage.fresh();

    await stage.pass(1);
    await stage.pass(5_000);
    expect(stage.fresh().map(({ operation, input }) => [operation, input.visitorToken])).toEqual([
      ['identify', 'token-1'],
      ['identify', null],
    ]);
    await stage.pass(4_999);

    expect(stage.fresh()).toEqual([]);
  },
);

it.each(['SESSION_ENDED', 'VISITOR_TOKEN_INVALID'])(
  'a server that says only %s is not asked in a loop',
  async (code) => {
    const stage = await stageWidget();
    stage.answer(() => refuse(code));

    await stage.pass(600_000);

    expect(stage.calls.length).toBeLessThan(15);
  },
);

it('[W-11] when the person is refused the visitor goes on without a name', async () => {
  const stage = await stageWidget();
  stage.answer((call) => (call.input.externalId ? refuse('IDENTITY_SIGNATURE_REQUIRED') : accept(call)));
  stage.fresh();

  stage.api.identify({ id: 'u1' });
  await stage.pass(2_000);

  expect(stage.fresh().map(({ input }) => input.externalId)).toEqual(['u1', undefined]);
  expect(stage.api.state).toBe('live');
});

it('case 44: a crowd that lost the server spreads evenly over the wait', async () => {
  const waits: number[] = [];
  for (const chance of [0.01, 0.25, 0.5, 0.75, 0.99]) {
    const stage = await stageWidget();
    stage.answer(() => new TypeError('Failed to fetch'));
    stage.fire('online');
    await stage.pass(1_000);
    jest.mocked(Math.random).mockReturnValue(chance);
    stage.fire('online');
    await stage.pass(0);
    const failedAtMs = stage.calls.at(-1)!.atMs;
    jest.mocked(Math.random).mockReturnValue(0.5);
    stage.fresh();
    while (stage.fresh().length === 0) await stage.pass(10);
    waits.push((stage.calls.at(-1)!.atMs - failedAtMs) / 10_000);
    stage.api.shutdown();
  }

  expect(waits.map((wait) => Math.round(wait * 100) / 100)).toEqual([0.01, 0.25, 0.5, 0.75, 0.99]);
});
