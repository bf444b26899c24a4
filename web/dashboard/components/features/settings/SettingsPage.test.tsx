import { screen, within } from '@testing-library/react';
import { speak } from '../../../language/speak';
import { speakOfSettings } from '../../../language/speak-of-settings';
import { administeredSite } from '../../../testing/administered-site';
import { hardCodedText } from '../../../testing/hard-coded-text';
import { showSettings } from '../../../testing/show-settings';
import { speakPseudo } from '../../../testing/speak-pseudo';

beforeAll(speakOfSettings);

const sections = async (): Promise<string[]> => {
  const links = within(await screen.findByRole('navigation')).getAllByRole('link');
  return links.map(({ textContent }) => textContent ?? '');
};

describe('a member in the settings', () => {
  it('finds the parts that are theirs, and no controls of an admin', async () => {
    showSettings(administeredSite('MEMBER'), 'agents');

    expect(await sections()).toEqual(['Install', 'Agents', 'Your password']);
    await screen.findByText('Lea Müller');
    expect(screen.queryByRole('button', { name: /Remove/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Invite an agent' })).not.toBeInTheDocument();
  });

  it.each(['site', 'keys', 'audit', 'new-site'])('is told at /settings/%s whom to ask', async (section) => {
    showSettings(administeredSite('MEMBER'), section);

    expect(await screen.findByRole('heading', { name: 'Only admins can see this.' })).toBeVisible();
    expect(screen.getByText(/An admin can do it for you/)).toBeVisible();
  });
});

it('an address that names no part of the settings says so beside the list of them', async () => {
  showSettings(administeredSite(), 'webhooks');

  expect(await screen.findByRole('heading', { name: 'There is no such page.' })).toBeVisible();
  expect(await sections()).toHaveLength(7);
});

describe('[D-26] the settings say nothing that is not in the catalogue', () => {
  const DATA = ['Porchlight', 'Shop site_a', 'Ana Braga', 'ana@acme.com', 'Lea Müller', 'lea@acme.com', 'AB'];
  /** Names of products, and forms of values: the same in every language. */
  const SAME = ['HTML', 'React', 'Vue', 'Next.js', 'Tag Manager', 'Node', 'Python', 'PHP', 'Ruby', 'Go'];
  const VALUES = [
    'nginx',
    'Caddy',
    'https://*.shop.example',
    'https://shop.example',
    'null',
    'host',
    'strict-dynamic',
  ];

  beforeEach(speakPseudo);
  afterEach(() => speak('en'));

  it.each(['install', 'site', 'agents', 'keys', 'audit', 'new-site', 'password', 'nowhere'])(
    'at /settings/%s',
    async (section) => {
      showSettings(administeredSite(), section);
      await screen.findByRole('navigation');
      await screen.findAllByRole('heading', { level: 2 });

      const code = [...document.querySelectorAll('pre')].map(({ textContent }) => textContent ?? '');
      // Longer ones first, for shorter ones stand in them.
      code.sort((one, other) => other.length - one.length);
      expect(hardCodedText(document.body, [...code, ...DATA, ...VALUES, ...SAME])).toEqual([]);
    },
  );
});
