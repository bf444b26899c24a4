import { DEMO_PAGES } from './demo-pages';
import { SimulatedCrowd } from './simulated-crowd';
import { startSimulatedVisitors } from './simulated-visitors';
import { startRecordingApi, type RecordedCall, type RecordingApi } from './testing/recording-api';

const PAGES = 'http://127.0.0.1:4000';
const START_MS = 1_800_000_000_000;
const HOUR_S = 3_600;

let api: RecordingApi;
let log: { info: jest.Mock; warn: jest.Mock };

beforeEach(async () => {
  api = await startRecordingApi();
  log = { info: jest.fn(), warn: jest.fn() };
});

afterEach(() => api.close());

/** Always the same random numbers, so that a run can be repeated. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function crowdOf(count: number): SimulatedCrowd {
  const { graphqlUrl } = api;
  const random = seededRandom(7);
  return new SimulatedCrowd({
    graphqlUrl,
    siteKey: 'site-key',
    pageOrigin: PAGES,
    count,
    log,
    random,
    startsAtMs: START_MS,
  });
}

/** Lets the crowd live for so many seconds, and looks at it after each. */
async function live(
  crowd: SimulatedCrowd,
  seconds: number,
  fromS = 0,
  look: (atS: number) => void = () => {},
): Promise<void> {
  for (let atS = fromS; atS < fromS + seconds; atS++) {
    await crowd.step(START_MS + atS * 1_000);
    look(atS);
  }
}

const of = (operation: string): RecordedCall[] => api.calls.filter((call) => call.operation === operation);

it('visitors arrive one by one, fill the place to about two thirds and never more', async () => {
  const crowd = crowdOf(30);
  const online: number[] = [];

  await live(crowd, 300, 0, () => online.push(crowd.onlineCount));

  expect(online[2]).toBeLessThan(8);
  expect(online[60]).toBeGreaterThan(15);
  expect(Math.max(...online)).toBe(21);
});

it('over an hour they come, browse, hide tabs and leave, some with a goodbye and some without', async () => {
  const crowd = crowdOf(12);

  await live(crowd, HOUR_S);

  const visits = new Set(of('identify').map(({ input }) => input.tabId)).size;
  const goodbyes = of('disconnect').length;
  expect(visits).toBeGreaterThan(30);
  expect(goodbyes).toBeGreaterThan(visits * 0.5);
  expect(goodbyes).toBeLessThan(visits * 0.9);
  expect(of('recordPageView').length).toBeGreaterThan(100);
  expect(of('heartbeat').some(({ input }) => input.isVisible === false)).toBe(true);
  expect(log.warn).not.toHaveBeenCalled();
});

it('each looks like a browser on a page of the demo', async () => {
  const crowd = crowdOf(12);

  await live(crowd, 600);

  const known = new Map(DEMO_PAGES.map(({ path, title }) => [PAGES + path, title]));
  for (const { operation, input, headers } of api.calls) {
    expect(headers).toMatchObject({ origin: PAGES, 'content-type': 'application/json' });
    expect(headers['user-agent']).toMatch(/^Mozilla\/5\.0 /);
    if (operation === 'disconnect') continue;
    const { url, title } = input.page as { url: string; title: string };
    expect([url, title]).toEqual([url, known.get(url)]);
  }
  expect(of('identify')[0]!.input).toMatchObject({ siteKey: 'site-key', isVisible: true });
  expect(of('identify')[0]!.input).not.toHaveProperty('userAgent');
});

it('someone who returns brings the token along, in a new tab', async () => {
  const crowd = crowdOf(3);

  await live(crowd, HOUR_S);

  const byToken = of('identify').filter(({ input }) => input.visitorToken !== undefined);
  expect(byToken.length).toBeGreaterThan(3);
  expect(new Set(of('identify').map(({ input }) => input.tabId)).size).toBe(of('identify').length);
});

it('no one stays silent for longer than the interval the server named, give or take a tenth', async () => {
  const crowd = crowdOf(6);
  const lastCallS = new Map<unknown, { atS: number; limitS: number }>();
  let seen = 0;

  await live(crowd, 900, 0, (atS) => {
    for (const { operation, input } of api.calls.slice(seen)) {
      const before = lastCallS.get(input.tabId);
      if (before && operation !== 'disconnect') expect(atS - before.atS).toBeLessThanOrEqual(before.limitS);
      const namedS = operation === 'heartbeat' && input.isVisible === false ? 55 : 20;
      lastCallS.set(input.tabId, { atS, limitS: namedS * 1.1 + 1 });
    }
    seen = api.calls.length;
  });

  expect(lastCallS.size).toBeGreaterThan(6);
});

it('however many are due, only a few call at once', async () => {
  const crowd = crowdOf(400);

  await crowd.step(START_MS + 60_000);

  expect(of('identify')).toHaveLength(280);
  expect(api.mostAtOnce()).toBeLessThanOrEqual(8);
});

it('while the API is away they wait ever longer, with one warning, and go on when it is back', async () => {
  const crowd = crowdOf(20);
  await live(crowd, 60);
  api.answer((_call, response) => void response.destroy());
  const before = api.calls.length;

  await live(crowd, 600, 60);
  const during = api.calls.length - before;
  api.answer();
  await live(crowd, 61, 660);

  expect(during).toBeLessThan(40);
  expect(log.warn.mock.calls.map(([, event]: unknown[]) => event)).toEqual(['demo_visitors_paused']);
  expect(log.info.mock.calls).toEqual([['demo_visitors_resumed']]);
});

it('Retry-After is obeyed by all of them', async () => {
  const crowd = crowdOf(20);
  api.answer((_call, response) => void response.writeHead(429, { 'retry-after': '120' }).end('{}'));
  await live(crowd, 30);
  const asked = api.calls.length;

  await live(crowd, 80, 30);
  expect(api.calls.length).toBe(asked);
  await live(crowd, 60, 110);

  expect(api.calls.length).toBeGreaterThan(asked);
});

it('a site the API does not know is worth a warning', async () => {
  const crowd = crowdOf(3);
  api.answer((_call, response) => {
    response.end(JSON.stringify({ data: { answer: { userErrors: [{ code: 'SITE_UNKNOWN' }] } } }));
  });

  await live(crowd, 60);

  expect(String((log.warn.mock.calls[0] as [{ err: Error }])[0].err)).toContain('SITE_UNKNOWN');
});

it('a session that was ended begins anew, and a token that is refused is dropped', async () => {
  const crowd = crowdOf(1);
  await live(crowd, 60);
  const [first] = of('identify');
  const refuse = (code: string) =>
    api.answer((call, response) => {
      api.answer();
      response.end(JSON.stringify({ data: { answer: { userErrors: [{ code }] } } }));
    });

  refuse('SESSION_ENDED');
  await live(crowd, 100, 60);
  const [, second] = of('identify');
  expect(second!.input.visitorToken).toBeDefined();
  expect(second!.input.tabId).not.toBe(first!.input.tabId);
  refuse('VISITOR_TOKEN_EXPIRED');
  await live(crowd, 100, 160);

  expect(of('identify')[2]!.input.visitorToken).toBeUndefined();
});

it('started, they come by themselves; stopped, those who are there say goodbye', async () => {
  const visitors = startSimulatedVisitors({
    graphqlUrl: api.graphqlUrl,
    siteKey: 'site-key',
    pageOrigin: PAGES,
    count: 2,
    log,
    random: () => 0,
  });
  await api.seen('identify');

  await visitors.stop();
  await visitors.stop();

  expect(of('disconnect')).toHaveLength(of('identify').length);
});
