import { DashboardConnection } from '../connection/dashboard-connection';
import { READ_ROSTER } from '../documents/read-roster';
import { READ_VIEWER } from '../documents/read-viewer';
import { READ_VISITOR } from '../documents/read-visitor';
import { VISITOR_CARD } from '../documents/visitor-card';
import { offlineCard } from '../testing/offline-card';
import { rosterAnswer } from '../testing/roster-answer';
import { ScriptedNetwork } from '../testing/scripted-network';
import { viewerAnswer } from '../testing/viewer-answer';
import { visitorCard } from '../testing/visitor-card';
import type { LiveRoster } from './live-roster';
import { plainView } from './plain-view';

const START_MS = Date.parse('2026-11-25T12:00:00.000Z');
const LATER = '2026-11-25T12:00:01.000Z';
const FLUSH_MS = 300;
const LONGEST_WAIT_MS = 31_000;

beforeEach(() => jest.useFakeTimers({ now: START_MS }));
afterEach(() => jest.useRealTimers());

interface Scene {
  readonly network: ScriptedNetwork;
  readonly connection: DashboardConnection;
  readonly roster: LiveRoster;
  readonly onSignedOut: jest.Mock;
}

const passes = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

/** The end of a call whose answer the fake clock has to bring. */
const done = (call: Promise<void>): Promise<unknown> => Promise.all([call, passes(5)]);

/** A roster that has read its first page and follows the feed over an open socket. */
async function running(network: ScriptedNetwork): Promise<Scene> {
  const onSignedOut = jest.fn();
  const connection = new DashboardConnection(onSignedOut, network.links());
  const roster = connection.newRoster(plainView('site_a'));
  connection.run(roster);
  connection.monitor.socketOpened();
  await passes(0);
  return { network, connection, roster, onSignedOut };
}

const here = visitorCard({ id: 'vis_here' });
const gone = offlineCard({ id: 'vis_gone', lastSeenAt: '2026-11-25T11:00:00.000Z' });
const newer = { ...visitorCard().presence, asOf: LATER, since: LATER };

const site = (): ScriptedNetwork =>
  new ScriptedNetwork().answer(READ_ROSTER, () => rosterAnswer({ visitors: [here, gone] }));

describe('the live roster', () => {
  it("[D-8] reads the list, follows the feed from that read's cursor, and only then is live", async () => {
    const { network, roster, connection } = await running(site());

    expect(roster.state.get()).toMatchObject({
      status: 'ready',
      order: ['vis_here', 'vis_gone'],
      onlineCount: 1,
    });
    expect(network.subscriptions).toEqual([{ siteId: 'site_a', after: 'cursor_1' }]);
    expect(connection.monitor.status.get().phase).toBe('live');
  });

  it('shows a new visitor without another read', async () => {
    const { network, roster } = await running(site());

    network.push([visitorCard({ id: 'vis_new', presence: newer, firstSeenAt: LATER })], { online: 2 });
    await passes(FLUSH_MS);

    expect(roster.state.get()).toMatchObject({
      order: ['vis_new', 'vis_here', 'vis_gone'],
      onlineCount: 2,
      everyoneCount: 3,
    });
    expect(network.requests).toHaveLength(1);
  });

  it('counts everybody who came while the list was read: once, in the answer or after it', async () => {
    const whileAsking = new Date(START_MS + 1_000).toISOString();
    const listed = visitorCard({ id: 'vis_listed', firstSeenAt: whileAsking });
    const missed = visitorCard({ id: 'vis_missed', firstSeenAt: whileAsking, presence: newer });
    const network = new ScriptedNetwork().answer(READ_ROSTER, () => {
      jest.setSystemTime(START_MS + 2_000);
      return rosterAnswer({ visitors: [listed, gone] });
    });
    const { roster } = await running(network);

    network.push([listed, missed], { online: 2 });
    await passes(FLUSH_MS);

    expect(roster.state.get()).toMatchObject({ onlineCount: 2, everyoneCount: 3 });
  });

  it('[C-10] causes no request by a hundred changes, and each lands in the cache', async () => {
    const { network, connection } = await running(site());

    for (let page = 1; page <= 100; page += 1) {
      const currentPage = { url: `https://acme.com/${page}`, title: null, referrer: null, since: LATER };
      network.push([visitorCard({ id: 'vis_here', presence: newer, currentPage })]);
    }
    await passes(FLUSH_MS);

    const cached = connection.client.cache.readFragment({ fragment: VISITOR_CARD, id: 'Visitor:vis_here' });
    expect(cached?.currentPage?.url).toBe('https://acme.com/100');
    expect(network.requests).toHaveLength(1);
  });

  it('[F-4] keeps strangers beyond the loaded part out of memory', async () => {
    const network = new ScriptedNetwork().answer(READ_ROSTER, () =>
      rosterAnswer({ visitors: [here], endCursor: 'more' }),
    );
    const { connection } = await running(network);

    network.push([offlineCard({ id: 'vis_far', presence: { ...gone.presence, asOf: LATER } })]);
    await passes(FLUSH_MS);

    expect(connection.client.cache.extract()).not.toHaveProperty('Visitor:vis_far');
  });

  it('[D-8] reads again when the server says that it cannot bridge the gap', async () => {
    const { network, roster } = await running(site());
    network.answer(READ_ROSTER, () => rosterAnswer({ visitors: [gone], cursor: 'cursor_2' }));

    network.push([], { resyncRequired: true });
    await passes(FLUSH_MS);

    expect(roster.state.get().order).toEqual(['vis_gone']);
    expect(network.subscriptions.at(-1)).toEqual({ siteId: 'site_a', after: 'cursor_2' });
    expect(network.openSubscriptions).toBe(1);
  });

  it('[D-9] reads again and follows again after the feed broke, for no break is final', async () => {
    const { network, roster, connection } = await running(site());
    network.answer(READ_ROSTER, () => rosterAnswer({ visitors: [gone], cursor: 'cursor_2' }));

    for (let broken = 0; broken < 8; broken += 1) {
      network.breakFeed();
      await passes(LONGEST_WAIT_MS);
    }

    expect(roster.state.get().order).toEqual(['vis_gone']);
    expect(network.openSubscriptions).toBe(1);
    expect(connection.monitor.status.get().phase).toBe('live');
  });

  it('[D-6] [D-11] keeps the last list on the screen, and is not live, while the server is away', async () => {
    const { network, roster, connection } = await running(
      site().answer(READ_VIEWER, () => new Error('away')),
    );
    network.answer(READ_ROSTER, () => new Error('away'));

    network.breakFeed();
    await passes(60_000);

    expect(roster.state.get()).toMatchObject({ status: 'ready', order: ['vis_here', 'vis_gone'] });
    expect(connection.monitor.status.get().phase).toBe('lost');
  });

  it('says that the first read failed, tries again by itself, and shows the list when that works', async () => {
    const network = new ScriptedNetwork().answer(READ_ROSTER, () => new Error('away'));
    const { roster, connection } = await running(network);
    expect(roster.state.get().status).toBe('failed');
    expect(connection.retryWait.dueAtMs.get()).toBeGreaterThan(START_MS);

    network.answer(READ_ROSTER, () => rosterAnswer({ visitors: [here] }));
    await passes(LONGEST_WAIT_MS);

    expect(roster.state.get()).toMatchObject({ status: 'ready', order: ['vis_here'] });
  });

  it('[C-11] leaves one subscription behind after ten changes of view, and none after the end', async () => {
    const { network, roster } = await running(site());

    for (let view = 0; view < 10; view += 1) {
      roster.show(plainView(`site_${view}`));
      await passes(1);
    }
    expect(network.openSubscriptions).toBe(1);

    roster.stop();
    expect(network.openSubscriptions).toBe(0);
  });

  it('takes the answer to the last question, though an earlier one arrives after it', async () => {
    const { network, roster } = await running(site());
    network.answer(READ_ROSTER, ({ search }) =>
      rosterAnswer({ visitors: [visitorCard({ id: `vis_${String(search)}` })] }),
    );

    roster.show({ ...plainView('site_a'), search: 'm' });
    roster.show({ ...plainView('site_a'), search: 'ma' });
    await passes(1);

    expect(roster.state.get().order).toEqual(['vis_ma']);
  });

  it('adds the next page below', async () => {
    const network = new ScriptedNetwork().answer(READ_ROSTER, ({ after }) =>
      after === null
        ? rosterAnswer({ visitors: [here], endCursor: 'end_1' })
        : rosterAnswer({ visitors: [gone] }),
    );
    const { roster } = await running(network);

    await done(roster.loadMore());

    expect(roster.state.get()).toMatchObject({ order: ['vis_here', 'vis_gone'], hasMore: false });
    expect(network.requests.at(-1)?.variables).toMatchObject({ after: 'end_1' });
  });
});

describe('the open visitor', () => {
  const answerVisitor = (visitor: object | null) => () => ({
    data: { visitor: visitor && { ...visitor, site: { __typename: 'Site', id: 'site_a' } } },
  });

  it('[D-17] is read alone when outside the loaded page, and lives on with the feed', async () => {
    const network = site().answer(READ_VISITOR, answerVisitor(offlineCard({ id: 'vis_far' })));
    const { roster, connection } = await running(network);

    await done(roster.openVisitor('vis_far'));
    expect(roster.opening.open.get()).toMatchObject({ id: 'vis_far', status: 'shown' });

    network.push([visitorCard({ id: 'vis_far', presence: newer })]);
    await passes(FLUSH_MS);
    expect(connection.client.cache.extract()).toMatchObject({ 'Visitor:vis_far': { isOnline: true } });
  });

  it('[D-8] is read again with the list', async () => {
    const network = site().answer(READ_VISITOR, answerVisitor(offlineCard({ id: 'vis_far' })));
    const { roster } = await running(network);
    await done(roster.openVisitor('vis_far'));

    network.answer(READ_ROSTER, () => rosterAnswer({ visitors: [here], open: null }));
    await done(roster.restart());

    expect(network.requests.at(-1)?.variables).toMatchObject({ openId: 'vis_far', withOpen: true });
    expect(roster.opening.open.get()).toMatchObject({ id: 'vis_far', status: 'gone' });
  });

  it('is gone when the server knows no such visitor, and unreachable when it cannot be asked', async () => {
    const network = site().answer(READ_VISITOR, answerVisitor(null));
    const { roster } = await running(network);

    await done(roster.openVisitor('vis_erased'));
    expect(roster.opening.open.get()?.status).toBe('gone');

    network.answer(READ_VISITOR, () => new Error('away'));
    await done(roster.openVisitor('vis_other'));
    expect(roster.opening.open.get()?.status).toBe('unreachable');
  });

  it('says whose visitor it is, so that a link may bring its site along', async () => {
    const visitor = { ...offlineCard({ id: 'vis_b' }), site: { __typename: 'Site', id: 'site_b' } };
    const { roster } = await running(site().answer(READ_VISITOR, () => ({ data: { visitor } })));

    await done(roster.openVisitor('vis_b'));

    expect(roster.opening.open.get()).toEqual({ id: 'vis_b', status: 'shown', siteId: 'site_b' });
  });
});

describe('a session that ended', () => {
  it('[D-9] is noticed by the answer to a read', async () => {
    const { network, onSignedOut, roster } = await running(site());
    network.answer(READ_ROSTER, () => ({
      data: null,
      errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }],
    }));

    void roster.restart();
    await passes(1);

    expect(onSignedOut).toHaveBeenCalled();
  });

  it('is noticed when the socket stays away, for a refused socket looks like a dead network', async () => {
    const { connection, onSignedOut } = await running(
      site().answer(READ_VIEWER, () => ({ data: { viewer: null } })),
    );

    connection.monitor.socketClosed();
    await passes(4_000);

    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });

  it('is not assumed when the server is merely away', async () => {
    const network = site().answer(READ_VIEWER, () => viewerAnswer('site_a'));
    const { connection, onSignedOut } = await running(network);

    connection.monitor.socketClosed();
    await passes(4_000);

    expect(onSignedOut).not.toHaveBeenCalled();
  });
});
