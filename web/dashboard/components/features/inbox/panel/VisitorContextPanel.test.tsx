import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { offlineCard } from '../../../../testing/offline-card';
import { showVisitorPanel as show } from '../../../../testing/show-visitor-panel';
import { visitorCard } from '../../../../testing/visitor-card';

const NOW = new Date('2026-11-25T12:00:00.000Z');
const MINUTE_MS = 60_000;
const ago = (ms: number): string => new Date(NOW.getTime() - ms).toISOString();

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

const status = (): HTMLElement => screen.getByTestId('visitor-status');
const dot = (): HTMLElement => within(status()).getByTestId('presence-dot');
const passes = (ms: number): void => act(() => jest.advanceTimersByTime(ms));

describe('the panel of a visitor who is online', () => {
  it('shows a filled dot and the word "Online"', () => {
    show(visitorCard());

    expect(status()).toHaveTextContent(/^Online$/);
    expect(status()).toHaveAttribute('data-state', 'online');
    expect(dot()).toHaveAttribute('data-shape', 'filled');
  });

  it('says which page they are viewing, with its address as a link and its title', () => {
    show(visitorCard());

    expect(screen.getByText(/^Viewing/)).toBeVisible();
    expect(screen.getByText('Pricing – Acme')).toBeVisible();
    expect(screen.getByRole('link', { name: /acme\.com\/pricing/ })).toHaveAttribute(
      'href',
      'https://acme.com/pricing',
    );
  });

  it('[X-27] opens the page in a new tab that learns nothing of this one', () => {
    show(visitorCard());

    const link = screen.getByRole('link', { name: /acme\.com/ });
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  });

  it('[D-5] tells how long they have been on the page, and goes on telling', () => {
    show(visitorCard());
    expect(screen.getByText(/^Viewing/)).toHaveTextContent('Viewing · 3 min');

    passes(2 * MINUTE_MS);

    expect(screen.getByText(/^Viewing/)).toHaveTextContent('Viewing · 5 min');
  });

  it('[D-5] counts the first minute by seconds', () => {
    show(visitorCard({ currentPage: { ...visitorCard().currentPage!, since: ago(12_000) } }));
    expect(screen.getByText(/^Viewing/)).toHaveTextContent('Viewing · 12 s');

    passes(1_000);
    expect(screen.getByText(/^Viewing/)).toHaveTextContent('Viewing · 13 s');

    passes(MINUTE_MS);
    expect(screen.getByText(/^Viewing/)).toHaveTextContent('Viewing · 1 min');
  });

  it('shows the page preview when there is one, and no empty frame when there is none', () => {
    const { update } = show(visitorCard(), { preview: 'The pricing page' });
    expect(screen.getByRole('img', { name: 'The pricing page' })).toBeInTheDocument();

    update(visitorCard());

    expect(screen.queryByTestId('page-preview')).not.toBeInTheDocument();
  });

  it('says so when the page is not shared', () => {
    show(visitorCard({ currentPage: null }));

    expect(screen.getByText('page not shared')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('counts the tabs, and says when the page is in a background tab', () => {
    const presence = { ...visitorCard().presence, sessionCount: 2 };
    const { update } = show(visitorCard({ presence }));
    expect(status()).toHaveTextContent('Online · 2 tabs');

    update(visitorCard({ presence }), { isInBackground: true });

    expect(status()).toHaveTextContent('Online · in a background tab');
  });
});

describe('the panel of a visitor who is offline', () => {
  it('shows a ring and "Offline • Last seen 5 minutes ago"', () => {
    show(offlineCard({ lastSeenAt: ago(5 * MINUTE_MS) }));

    expect(status()).toHaveTextContent('Offline • Last seen 5 minutes ago');
    expect(status()).toHaveAttribute('data-state', 'offline');
    expect(dot()).toHaveAttribute('data-shape', 'ring');
  });

  it('[D-1] [D-3] lets the words move with the clock', () => {
    show(offlineCard({ lastSeenAt: ago(0) }));
    expect(status()).toHaveTextContent('Offline • Last seen just now');

    passes(MINUTE_MS);
    expect(status()).toHaveTextContent('Offline • Last seen 1 minute ago');

    passes(4 * MINUTE_MS);
    expect(status()).toHaveTextContent('Offline • Last seen 5 minutes ago');

    passes(55 * MINUTE_MS);
    expect(status()).toHaveTextContent('Offline • Last seen 1 hour ago');
  });

  it('[D-4] keeps the exact instant in a <time>, and tells it on focus', async () => {
    const lastSeenAt = ago(5 * MINUTE_MS);
    show(offlineCard({ lastSeenAt }));

    const time = within(status()).getByText('5 minutes ago');
    expect(time.tagName).toBe('TIME');
    expect(time).toHaveAttribute('datetime', lastSeenAt);

    act(() => time.focus());
    expect(await screen.findByRole('tooltip')).toHaveTextContent(/Wed,? 25 Nov 2026.*:\d\d/);
  });

  it('says "Never seen", without a <time>, when there is no instant', () => {
    show(offlineCard({ lastSeenAt: null }));

    expect(status()).toHaveTextContent('Offline • Never seen');
    expect(status().querySelector('time')).toBeNull();
  });

  it('shows no page and no preview, even when the last answer still carried a page', () => {
    const withPage = offlineCard({ currentPage: visitorCard().currentPage });
    const { update } = show(visitorCard(), { preview: 'The pricing page' });

    update(withPage, { preview: 'The pricing page' });

    expect(status()).toHaveTextContent(/^Offline/);
    expect(screen.queryByText(/Viewing/)).not.toBeInTheDocument();
    expect(screen.queryByText(/pricing/i)).not.toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.queryByText('Came from')).not.toBeInTheDocument();
  });

  it('keeps the details', () => {
    show(offlineCard());

    expect(screen.getByText('maria@acme.com')).toBeVisible();
    expect(screen.getByText('12:00, Lisbon')).toBeVisible();
    expect(screen.getByText('Chrome 156 · macOS')).toBeVisible();
    expect(screen.getByText('Portuguese (Portugal)')).toBeVisible();
    expect(screen.getByText('12 Nov 2026')).toBeVisible();
    expect(screen.getByText('4')).toBeVisible();
  });
});

describe('a status that cannot be vouched for', () => {
  const unknown = offlineCard({
    lastSeenAt: ago(5 * MINUTE_MS),
    currentPage: visitorCard().currentPage,
    presence: { state: 'UNKNOWN', asOf: NOW.toISOString(), since: null, sessionCount: null },
  });

  it('reads "Status unknown", with a dashed ring, no page and no preview', () => {
    show(unknown, { preview: 'The pricing page' });

    expect(status()).toHaveTextContent('Status unknown • Last seen 5 minutes ago');
    expect(dot()).toHaveAttribute('data-shape', 'dashed');
    expect(screen.queryByText(/pricing/i)).not.toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('[D-7] while the feed is down reads "Last known: online" as of the last good moment, and stops its clock', () => {
    const asOf = new Date(2026, 10, 25, 14, 32, 10);
    show(visitorCard(), { outdatedSinceMs: asOf.getTime(), preview: 'The pricing page' });

    expect(status()).toHaveTextContent('Last known: online as of 14:32:10');
    expect(dot()).toHaveAttribute('data-shape', 'dashed');
    expect(screen.getByText('Was viewing')).toBeVisible();
    expect(screen.queryByText(/min$/)).not.toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('[D-7] claims no absence either while the feed is down', () => {
    show(offlineCard(), { outdatedSinceMs: new Date(2026, 10, 25, 14, 32, 10).getTime() });

    expect(status()).toHaveTextContent('Last known: offline as of 14:32:10');
    expect(dot()).toHaveAttribute('data-shape', 'dashed');
  });
});

describe('the status without colour', () => {
  it('[D-20] differs in words and in shape between online, offline and unknown', () => {
    const { update } = show(visitorCard());
    const seen = [[screen.getByTestId('presence-word').textContent, dot().dataset.shape]];
    update(offlineCard());
    seen.push([screen.getByTestId('presence-word').textContent, dot().dataset.shape]);
    update(offlineCard({ presence: { ...offlineCard().presence, state: 'UNKNOWN' } }));
    seen.push([screen.getByTestId('presence-word').textContent, dot().dataset.shape]);

    expect(seen).toEqual([
      ['Online', 'filled'],
      ['Offline', 'ring'],
      ['Status unknown', 'dashed'],
    ]);
  });
});

describe('a visitor who means harm', () => {
  it('[X-25] shows a name, title and e-mail with markup as plain text', () => {
    const markup = '<img src=x onerror="alert(1)">';
    const { container } = show(
      visitorCard({
        displayName: markup,
        email: markup,
        currentPage: { url: 'https://acme.com/', title: markup, referrer: null, since: ago(0) },
      }),
    );

    expect(screen.getAllByText(markup)).toHaveLength(3);
    expect(container.querySelector('img')).toBeNull();
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
  ])('[X-26] makes no link of %s, neither for the page nor for the referrer', (url) => {
    show(visitorCard({ currentPage: { url, title: 'A page', referrer: url, since: ago(0) } }));

    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.queryByText('Came from')).not.toBeInTheDocument();
    expect(screen.getByText('A page')).toBeVisible();
  });

  it('[D-29] strips reordering characters from a name and shows a look-alike host in punycode', () => {
    show(
      visitorCard({
        displayName: 'Maria \u202eavliS',
        currentPage: { url: 'https://аcme.com/pay', title: null, referrer: null, since: ago(0) },
      }),
    );

    expect(screen.getByRole('heading')).toHaveTextContent('Maria avliS');
    expect(screen.getByRole('link')).toHaveTextContent('xn--cme-5cd.com/pay');
  });

  it('[D-29] loads no picture of theirs', () => {
    const { container } = show(visitorCard());

    expect(container.querySelector('img, iframe, video, object')).toBeNull();
  });

  it('survives a time zone and a language that do not exist', () => {
    show(visitorCard({ timeZone: 'Mars/Olympus_Mons', locale: '!!' }));

    expect(screen.getByText('Olympus Mons')).toBeVisible();
    expect(screen.getByText('!!')).toBeVisible();
  });
});

describe('what can be done in the panel', () => {
  it('[D-16] closes by Escape and by its button', async () => {
    const onClose = jest.fn();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    show(visitorCard(), { onClose });

    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Close' }));

    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('[D-17] copies the link to this panel and says so', async () => {
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    show(visitorCard());

    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    // The tooltip finds its place a moment later.
    await act(() => jest.advanceTimersByTimeAsync(0));

    expect(await navigator.clipboard.readText()).toBe('https://porchlight.example/v/vis_01k7f3k');
    expect(await screen.findByRole('button', { name: 'Link copied' })).toBeInTheDocument();
  });
});
