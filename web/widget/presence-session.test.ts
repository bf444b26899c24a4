import type { PorchlightApi } from './porchlight-api';
import { accept, refuse, stageWidget, type Stage } from './testing/stage-widget';

const operations = (stage: Stage): string[] => stage.fresh().map(({ operation }) => operation);

beforeEach(() => {
  jest.useFakeTimers();
  // The middle of every spread: heartbeats at the interval named, retries at half their ceiling.
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
  localStorage.clear();
  document.title = 'Start';
});

afterEach(() => {
  (window.porchlight as PorchlightApi).shutdown();
  jest.useRealTimers();
});

describe('starting', () => {
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
    localStorage.setItem('porchlight', 'token-0');
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

    expect(stage.calls.map(({ input }) => input.visitorToken)).toEqual([undefined, 'token-1']);
  });
});

describe('heartbeats', () => {
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
});

describe('leaving and coming back', () => {
  it('[W-7] pagehide says goodbye in a call that outlives the page, and nothing is said after it', async () => {
    const stage = await stageWidget();
    stage.fresh();

    stage.fire('pagehide', { persisted: false });
    stage.hide();
    stage.show();
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
});

describe('page views', () => {
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

  it('[W-9] a change of query or fragment alone is no page view', async () => {
    const stage = await stageWidget();
    stage.fresh();

    history.replaceState(null, '', '/start?tab=2');
    history.pushState(null, '', '/start#section');
    stage.fire('hashchange');
    await stage.pass(5_000);

    expect(stage.fresh()).toEqual([]);
  });

  it('[W-9] two hundred changes in ten seconds make at most ten calls, and the last one wins', async () => {
    const stage = await stageWidget({ attributes: { 'data-hash': '' } });
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
});

describe('failures', () => {
  it('[W-11] a network that is down is retried ever more rarely, with what is true by then', async () => {
    const stage = await stageWidget();
    stage.answer(() => new TypeError('Failed to fetch'));
    await stage.pass(20_000);
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
    await stage.pass(20_000);
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
    await stage.pass(20_000);
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
    '[W-11] %s ends the session for this page',
    async (code) => {
      const stage = await stageWidget();
      stage.answer(() => refuse(code));
      await stage.pass(20_000);
      stage.fresh();

      stage.hide();
      stage.show();
      stage.fire('pageshow', { persisted: true });
      await stage.pass(3_600_000);

      expect(stage.fresh()).toEqual([]);
      expect(stage.api.state).toBe('stopped');
    },
  );

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
    await stage.pass(20_000);
    stage.answer();

    await stage.pass(2_500);

    expect(stage.api.state).toBe('live');
  });

  it('[W-11] SESSION_ENDED begins a new session of the same visitor at once', async () => {
    const stage = await stageWidget();
    stage.answer(() => refuse('SESSION_ENDED'));
    await stage.pass(20_000);
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
      await stage.pass(20_000);
      stage.fresh();

      await stage.pass(1);
      await stage.pass(5_000);
      expect(stage.fresh().map(({ operation, input }) => [operation, input.visitorToken])).toEqual([
        ['identify', 'token-1'],
        ['identify', undefined],
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
});

describe('what a site may ask', () => {
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
});
