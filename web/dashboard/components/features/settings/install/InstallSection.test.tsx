import { act, screen, waitFor, within } from '@testing-library/react';
import { speakOfSettings } from '../../../../language/speak-of-settings';
import { administeredSite } from '../../../../testing/administered-site';
import { installationAnswer } from '../../../../testing/installation-answer';
import { showSettings } from '../../../../testing/show-settings';
import { READ_INSTALLATION } from '../documents/read-installation';

beforeAll(speakOfSettings);
afterEach(() => Reflect.deleteProperty(window, 'fetch'));

const EARLIER = '2026-11-25T11:00:00.000Z';
const LATER = '2026-11-25T12:00:00.000Z';
const refused = (reason: string, origin: string | null = 'https://staging.shop.example') => ({
  lastRefusalAt: LATER,
  lastRefusalOrigin: origin,
  lastRefusalReason: reason,
});
const check = async (words: string) => (await screen.findByText(words)).closest('[data-state]')!;

describe('the install page', () => {
  it('has the line for this very site, and its key by itself', async () => {
    showSettings(administeredSite(), 'install');

    const line = await screen.findByRole('group', { name: 'HTML' });
    expect(line).toHaveTextContent(
      '<script async src="http://localhost/w.js" data-site="key_site_a"></script>',
    );
    expect(screen.getByRole('group', { name: 'Site key' })).toHaveTextContent(/^key_site_a$/);
  });

  it('copies what is shown, letter by letter', async () => {
    const { user } = showSettings(administeredSite(), 'install');
    const line = await screen.findByRole('group', { name: 'HTML' });

    await user.click(within(line.parentElement!).getByRole('button', { name: 'Copy' }));

    expect(await navigator.clipboard.readText()).toBe(line.textContent);
  });

  it.each(['React', 'Vue', 'Next.js', 'Tag Manager', 'nginx', 'Caddy', 'strict-dynamic'])(
    'says for %s where the code goes, and names the site in it',
    async (name) => {
      const { user } = showSettings(administeredSite(), 'install');

      await user.click(await screen.findByRole('tab', { name }));

      expect(screen.getByRole('group', { name })).toHaveTextContent('key_site_a');
    },
  );

  it('[W-15] offers the version that is served now with its integrity, once the server has said which', async () => {
    const release = { path: '/w/1.2.3-0a0b.js', integrity: 'sha384-abc' };
    const asked: string[] = [];
    Object.assign(window, {
      fetch: (path: string) => {
        asked.push(path);
        return Promise.resolve({ json: () => Promise.resolve(release) });
      },
    });
    showSettings(administeredSite(), 'install');

    const line = await screen.findByRole('group', { name: 'A version that never changes' });
    expect(line).toHaveTextContent(
      '<script async crossorigin src="http://localhost/w/1.2.3-0a0b.js" integrity="sha384-abc" data-site="key_site_a"></script>',
    );
    expect(new Set(asked)).toEqual(new Set(['/w.json']));
  });
});

describe('the check of the install page', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date(LATER), doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  it('waits for the first visitor, and turns green by itself when somebody comes', async () => {
    const network = administeredSite();
    showSettings(network, 'install');
    expect(await check('Waiting for the first visitor…')).toHaveAttribute('data-state', 'waiting');
    expect(screen.getByText(/compare the key on the page with the one below/)).toBeVisible();

    network.answer(READ_INSTALLATION, () =>
      installationAnswer({ lastIdentifyAt: LATER, lastIdentifyOrigin: 'https://shop.example' }),
    );
    await act(() => jest.advanceTimersByTimeAsync(3_000));

    expect(await check('It works: this site is heard.')).toHaveAttribute('data-state', 'heard');
    expect(screen.getByText('https://shop.example')).toBeVisible();
  });

  it.each([
    ['ORIGIN_NOT_ALLOWED', /is not among the allowed origins/],
    ['IDENTITY_SIGNATURE_INVALID', /not made with the identity secret of this site/],
    ['IDENTITY_SIGNATURE_REQUIRED', /without a signature, and this site requires one/],
    // No setting mends what a page says too much of.
    ['TOO_LONG', /was refused: TOO_LONG\./],
  ])(
    'says why a page is refused for %s, and where to mend it if it can be mended here',
    async (reason, words) => {
      const network = administeredSite().answer(READ_INSTALLATION, () =>
        installationAnswer({ lastIdentifyAt: EARLIER, ...refused(reason) }),
      );
      showSettings(network, 'install');

      const box = await check('The last page that called was refused.');
      expect(box).toHaveAttribute('data-state', 'refused');
      expect(box).toHaveTextContent('https://staging.shop.example');
      expect(box).toHaveTextContent(words);
      const links = within(box as HTMLElement).queryAllByRole('link');
      expect(links.map((link) => link.getAttribute('href'))).toEqual(
        reason === 'TOO_LONG' ? [] : ['/settings/site?site=site_a'],
      );
    },
  );

  it('[D-29] shows what a page calls itself as nothing but text', async () => {
    const network = administeredSite().answer(READ_INSTALLATION, () =>
      installationAnswer(refused('ORIGIN_NOT_ALLOWED', '<img src=x>\u202e')),
    );
    showSettings(network, 'install');

    const box = await check('The last page that called was refused.');
    expect(box).toHaveTextContent('<img src=x> is not among');
    expect(document.querySelector('img')).toBeNull();
  });

  it('sends a member to nobody’s settings', async () => {
    const network = administeredSite('MEMBER').answer(READ_INSTALLATION, () =>
      installationAnswer(refused('ORIGIN_NOT_ALLOWED')),
    );
    showSettings(network, 'install');

    const box = await check('The last page that called was refused.');
    expect(within(box as HTMLElement).queryByRole('link')).not.toBeInTheDocument();
  });

  it('[D-11] keeps what it knew while the server is away', async () => {
    const network = administeredSite().answer(READ_INSTALLATION, () =>
      installationAnswer({ lastIdentifyAt: LATER }),
    );
    showSettings(network, 'install');
    await check('It works: this site is heard.');

    network.answer(READ_INSTALLATION, () => new Error('away'));
    await act(() => jest.advanceTimersByTimeAsync(3_000));

    await waitFor(() => expect(screen.getByText('It works: this site is heard.')).toBeVisible());
  });
});
