import { act, screen, waitFor, within } from '@testing-library/react';
import { READ_ROSTER } from '../../../documents/read-roster';
import { READ_VISIT } from '../../../documents/read-visit';
import { READ_VIEWER } from '../../../documents/read-viewer';
import { SIGN_OUT } from '../../../documents/sign-out';
import { offlineCard } from '../../../testing/offline-card';
import { rosterAnswer } from '../../../testing/roster-answer';
import { showDashboard as show } from '../../../testing/show-dashboard';
import { viewerAnswer } from '../../../testing/viewer-answer';
import { visitAnswer } from '../../../testing/visit-answer';
import { visitorCard } from '../../../testing/visitor-card';
import { workingSite } from '../../../testing/working-site';

const maria = visitorCard({ id: 'vis_maria' });
const john = offlineCard({ id: 'vis_john', displayName: 'John Ade', email: null });
const later = { ...maria.presence, asOf: '2026-11-25T12:00:05.000Z', since: '2026-11-25T12:00:05.000Z' };

const site = () => workingSite([maria, john]);

const rowOf = async (name: string): Promise<HTMLElement> => {
  const row = (await screen.findByRole('link', { name })).closest<HTMLElement>('[role=row]');
  if (row === null) throw new Error(`${name} stands in no row.`);
  return row;
};

describe('the roster on the screen', () => {
  it('shows each visitor with page, device and status in words', async () => {
    show(site());

    expect(await rowOf('Maria Silva')).toHaveTextContent(
      /Online.*Pricing – Acme\/pricing.*Lisbon.*Chrome · macOS/,
    );
    expect(await rowOf('John Ade')).toHaveTextContent(/Offline • Last seen/);
    expect(await rowOf('John Ade')).not.toHaveTextContent(/pricing/i);
    expect(screen.getByTestId('online-count')).toHaveTextContent('1');
  });

  it('[C-05] follows the feed once, though React mounts twice in development', async () => {
    const network = site();
    show(network);

    await rowOf('Maria Silva');

    expect(network.openSubscriptions).toBe(1);
  });

  it('turns a row offline, and adds a newcomer on top, when the feed says so', async () => {
    const network = site();
    show(network);
    await rowOf('Maria Silva');

    network.push([
      offlineCard({
        id: 'vis_maria',
        lastSeenAt: later.asOf,
        presence: { ...john.presence, asOf: later.asOf },
      }),
      visitorCard({ id: 'vis_lea', displayName: 'Lea Müller', presence: later }),
    ]);

    await waitFor(async () => expect(await rowOf('Maria Silva')).toHaveAttribute('data-state', 'offline'));
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Lea Müller',
      'Maria Silva',
      'John Ade',
    ]);
  });

  it('searches on the server once the typing pauses', async () => {
    const network = site();
    const { user } = show(network);
    await rowOf('Maria Silva');
    network.answer(READ_ROSTER, () => rosterAnswer({ visitors: [john], everyone: 2 }));

    await user.type(screen.getByRole('searchbox', { name: 'Search visitors' }), 'john');

    await waitFor(() => expect(screen.queryByRole('link', { name: 'Maria Silva' })).not.toBeInTheDocument());
    const searches = network.requests.flatMap(({ name, variables }) =>
      name === 'ReadRoster' ? [variables.search] : [],
    );
    expect(searches.filter(Boolean)).toEqual(['john']);
  });

  it('offers the way back when nobody matches', async () => {
    const network = site().answer(READ_ROSTER, ({ filter }) =>
      rosterAnswer({
        visitors: (filter as { isOnline?: boolean }).isOnline === true ? [] : [john],
        everyone: 1,
      }),
    );
    const { user } = show(network);
    await rowOf('John Ade');

    await user.click(screen.getByRole('radio', { name: /^Online/ }));
    await screen.findByText('No visitors match.');
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));

    expect(await rowOf('John Ade')).toBeVisible();
  });

  it('[D-11] a search without an answer keeps the old rows, marked as such, and counts nobody', async () => {
    const network = site();
    const { user } = show(network);
    await rowOf('Maria Silva');
    const list = screen.getByRole('grid', { name: 'Visitors' });
    expect(list).toHaveAttribute('aria-busy', 'false');
    network.answer(READ_ROSTER, () => 'silence');

    await user.type(screen.getByRole('searchbox', { name: 'Search visitors' }), 'john');

    await waitFor(() => expect(list).toHaveAttribute('aria-busy', 'true'));
    expect(await screen.findByRole('button', { name: /Remove filter/ })).toBeVisible();
    expect(screen.queryByText(/match/)).not.toBeInTheDocument();
  });

  it('shows the snippet of the site, ready to copy, while nobody has come yet', async () => {
    const { user } = show(site().answer(READ_ROSTER, () => rosterAnswer({ visitors: [] })));

    expect(await screen.findByText('No visitors yet.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Copy snippet' }));

    expect(await navigator.clipboard.readText()).toBe(
      '<script async src="http://localhost/w.js" data-site="key_site_a"></script>',
    );
  });

  it('[X-25] says "—" for a count nobody could read, not zero', async () => {
    show(site().answer(READ_ROSTER, () => rosterAnswer({ visitors: [john], online: null })));

    await rowOf('John Ade');

    expect(screen.getByTestId('online-count')).toHaveTextContent('—');
  });

  it("[D-12] says that the server can't be reached, in words", async () => {
    const network = site().answer(READ_ROSTER, () => new Error('ECONNREFUSED 10.0.0.7'));
    const { user } = show(network);
    await screen.findByText("Can't reach the server.");
    network.answer(READ_ROSTER, () => rosterAnswer({ visitors: [maria] }));

    await user.click(screen.getByRole('button', { name: 'Retry now' }));

    expect(await rowOf('Maria Silva')).toBeVisible();
    expect(screen.queryByText(/ECONNREFUSED/)).not.toBeInTheDocument();
  });
});

describe('the panel beside the roster', () => {
  it('opens by a click, follows the feed, and closes by Escape', async () => {
    const network = site();
    const { user } = show(network);

    await user.click(await screen.findByRole('link', { name: 'Maria Silva' }));
    const panel = await screen.findByRole('region', { name: 'Visitor Maria Silva' });
    expect(within(panel).getByTestId('visitor-status')).toHaveTextContent('Online');

    network.push([offlineCard({ id: 'vis_maria', presence: { ...john.presence, asOf: later.asOf } })]);
    await waitFor(() =>
      expect(within(panel).getByTestId('visitor-status')).toHaveTextContent(/^Offline • Last seen/),
    );
    expect(within(panel).queryByText(/Viewing/)).not.toBeInTheDocument();

    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('region', { name: /Maria/ })).not.toBeInTheDocument());
  });

  it('says in the status when every tab of the visitor is in the background', async () => {
    const sessions = [
      {
        __typename: 'Session',
        tabId: 't',
        isVisible: false,
        startedAt: '2026-11-25T11:55:00.000Z',
        page: null,
      },
    ];
    const network = site().answer(READ_VISIT, ({ id }) => visitAnswer(String(id), { sessions }));
    const { user } = show(network);

    await user.click(await screen.findByRole('link', { name: 'Maria Silva' }));

    expect(await screen.findByText(/in a background tab/)).toBeVisible();
  });

  it('counts in the status the very tabs that it lists, though the last change told of fewer', async () => {
    const sessions = ['a', 'b', 'c'].map((tabId) => ({
      __typename: 'Session',
      tabId,
      isVisible: true,
      startedAt: '2026-11-25T11:55:00.000Z',
      page: null,
    }));
    const network = site().answer(READ_VISIT, ({ id }) => visitAnswer(String(id), { sessions }));
    const { user } = show(network);

    await user.click(await screen.findByRole('link', { name: 'Maria Silva' }));

    expect(await screen.findAllByText(/^In front, open for/)).toHaveLength(3);
    expect(screen.getByTestId('visitor-status')).toHaveTextContent('Online · 3 tabs');
    expect(await rowOf('Maria Silva')).not.toHaveTextContent('tabs');
  });

  it("[D-17] says that a linked visitor doesn't exist any more", async () => {
    show(site(), '/v/vis_erased');

    expect(await screen.findByText("This visitor doesn't exist any more.")).toBeVisible();
  });
});

describe('when the feed is lost', () => {
  it('[D-7] names it, and every dot changes its shape', async () => {
    const network = site();
    const { session } = show(network);
    const { connection } = session.stay.get();
    act(() => connection.monitor.socketOpened());
    await rowOf('Maria Silva');
    expect(screen.getByTestId('connection')).toHaveTextContent('Live');

    act(() => connection.monitor.pingMissed());

    expect(screen.getByTestId('connection')).toHaveTextContent('Reconnecting…');
    expect(
      screen.getByText(/Live updates are paused\. What you see was correct at \d\d:\d\d:\d\d\./),
    ).toBeVisible();
    expect(await rowOf('Maria Silva')).toHaveTextContent('Last known: online');
    expect(screen.getByText(/^online as of \d\d:\d\d:\d\d$/)).toBeVisible();
    const shapes = screen.getAllByTestId('presence-dot').map(({ dataset }) => dataset.shape);
    expect(new Set(shapes)).toEqual(new Set(['dashed']));
  });
});

describe('leaving', () => {
  it('[C-14] signs out on the server, then forgets every visitor and ends the feed', async () => {
    const network = site().answer(SIGN_OUT, () => ({ data: { logout: { agentId: 'agent_1' } } }));
    const { session, user } = show(network);
    await rowOf('Maria Silva');
    const before = session.stay.get().connection;
    network.answer(READ_VIEWER, () => ({ data: { viewer: null } }));

    await user.click(screen.getByRole('button', { name: 'Signed in as Ana Braga' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));

    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(network.openSubscriptions).toBe(0);
    expect(session.stay.get().connection).not.toBe(before);
    expect(session.stay.get().connection.client.cache.extract()).toEqual({});
  });

  it('does not claim to have signed out when the server was not told', async () => {
    const network = site().answer(SIGN_OUT, () => new Error('away'));
    const { user } = show(network);
    await rowOf('Maria Silva');

    await user.click(screen.getByRole('button', { name: 'Signed in as Ana Braga' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));

    const menu = within(screen.getByRole('menu'));
    expect(await menu.findByText("Can't reach the server, so you are still signed in.")).toBeVisible();
  });

  it('says why when the server ended the session', async () => {
    const network = site();
    show(network);
    await rowOf('Maria Silva');
    network.answer(READ_VIEWER, () => ({ data: { viewer: null } }));
    network.answer(READ_ROSTER, () => ({
      data: null,
      errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }],
    }));

    network.push([], { resyncRequired: true });

    expect(await screen.findByText('You have been signed out.')).toBeVisible();
  });

  it('tells an agent without any site whom to ask', async () => {
    show(site().answer(READ_VIEWER, () => viewerAnswer()));

    expect(await screen.findByText("You can't see this site's visitors.")).toBeVisible();
  });
});
