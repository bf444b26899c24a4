import { screen, within } from '@testing-library/react';
import { speakOfSettings } from '../../../language/speak-of-settings';
import { administeredSite } from '../../../testing/administered-site';
import { showSettings } from '../../../testing/show-settings';

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

it('an address never names another site than the one whose settings are shown', async () => {
  showSettings(administeredSite(), 'agents', 'site_gone');

  await screen.findByText('Lea Müller');

  expect(window.location.pathname + window.location.search).toBe('/settings/agents?site=site_a');
});
