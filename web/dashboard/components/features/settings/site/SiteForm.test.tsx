import { screen, waitFor, within } from '@testing-library/react';
import { speakOfSettings } from '../../../../language/speak-of-settings';
import { administeredSite } from '../../../../testing/administered-site';
import { refusal } from '../../../../testing/refusal';
import { showSettings } from '../../../../testing/show-settings';
import { siteAnswer } from '../../../../testing/site-answer';
import { READ_SITE_SETTINGS } from '../documents/read-site-settings';
import { UPDATE_SITE } from '../documents/update-site';

beforeAll(speakOfSettings);

const saved = (changes: Record<string, unknown>) => ({
  data: { updateSite: { __typename: 'SitePayload', site: siteAnswer(changes), userErrors: [] } },
});
const refused = (...problem: Parameters<typeof refusal>) => ({
  data: { updateSite: { __typename: 'SitePayload', site: null, ...refusal(...problem) } },
});

const origins = () => screen.findByLabelText('Allowed origins');
const save = () => screen.getByRole('button', { name: 'Save' });

describe('the settings of a site', () => {
  it('send what was changed and no more, so that two admins do not undo each other', async () => {
    const network = administeredSite().answer(UPDATE_SITE, () => saved({ retentionDays: 30 }));
    const { user } = showSettings(network, 'site');
    const days = await screen.findByLabelText('Keep visitors for, in days');

    await user.clear(days);
    await user.type(days, '30');
    await user.click(save());

    expect(await screen.findByText('Saved. In force within a second.')).toBeVisible();
    expect(network.requests.at(-1)?.variables).toEqual({ input: { siteId: 'site_a', retentionDays: 30 } });
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  });

  it('[D-12] name the line of a wrong origin as an editor counts it, and keep what was typed', async () => {
    const network = administeredSite().answer(UPDATE_SITE, () => refused('INVALID', 'allowedOrigins', 1));
    const { user } = showSettings(network, 'site');

    await user.clear(await origins());
    await user.type(await origins(), 'https://shop.example{Enter}{Enter}shop.example/basket');
    await user.click(save());

    expect(
      await screen.findByText(
        'Line 3: “shop.example/basket” is not an origin. Write https://shop.example, https://*.shop.example or null, without a path.',
      ),
    ).toBeVisible();
    expect(await origins()).toHaveValue('https://shop.example\n\nshop.example/basket');
    expect(screen.queryByText(/service\.ts/)).not.toBeInTheDocument();
  });

  it.each([
    [refused('TOO_MANY', 'allowedOrigins'), /at most 100 origins/],
    [refused('INVALID', 'retentionDays'), /number from 1 to 3650/],
    [refused('CONFLICT', 'name'), /This value was refused\. Change it/],
    [new Error('Failed to fetch'), /don't know whether it was done/],
    [{ data: null, errors: [{ message: 'x', extensions: { code: 'FORBIDDEN' } }] }, /Ask an admin/],
    [{ data: null, errors: [{ message: 'x', extensions: { code: 'RATE_LIMITED' } }] }, /Wait a minute/],
    [{ data: null, errors: [{ message: 'x' }] }, /Something went wrong on the server/],
  ])('[D-12] say in words what became of a save, however it failed (%#)', async (answer, words) => {
    const { user } = showSettings(
      administeredSite().answer(UPDATE_SITE, () => answer),
      'site',
    );

    await user.type(await screen.findByLabelText('Name'), ' 2');
    await user.click(save());

    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.getByLabelText('Name')).toHaveValue('Shop site_a 2');
  });

  it('go back to what is stored when the changes are discarded', async () => {
    const { user } = showSettings(administeredSite(), 'site');

    await user.type(await origins(), '{Enter}https://other.example');
    await user.click(screen.getByRole('button', { name: 'Discard' }));

    expect(await origins()).toHaveValue('https://shop.example');
    expect(screen.queryByText('Unsaved changes')).not.toBeInTheDocument();
  });

  it('warn while no origin is listed', async () => {
    const { user } = showSettings(administeredSite(), 'site');
    await user.clear(await origins());

    expect(screen.getByText(/a page of any web site may report visitors/)).toBeVisible();
  });

  it('[D-11] that could not be read offer to read them again', async () => {
    const network = administeredSite().answer(READ_SITE_SETTINGS, () => new Error('away'));
    const { user } = showSettings(network, 'site');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent("Can't read this from the server.");

    network.answer(READ_SITE_SETTINGS, () => ({ data: { site: siteAnswer() } }));
    await user.click(screen.getByRole('button', { name: 'Retry now' }));

    expect(await origins()).toHaveValue('https://shop.example');
  });
});

describe('unsaved settings', () => {
  const typed = async () => {
    const { user } = showSettings(administeredSite(), 'site');
    await user.type(await screen.findByLabelText('Name'), '!');
    return user;
  };
  const question = () => screen.findByRole('dialog', { name: 'Leave without saving?' });

  it('ask before a link leads away, and stay if told so', async () => {
    const user = await typed();

    await user.click(screen.getByRole('link', { name: 'Agents' }));
    await user.click(within(await question()).getByRole('button', { name: 'Cancel' }));

    expect(screen.getByLabelText('Name')).toHaveValue('Shop site_a!');
    expect(window.location.pathname).toBe('/settings/site');
  });

  it('are lost when the agent goes nevertheless', async () => {
    const user = await typed();

    await user.click(screen.getByRole('link', { name: 'Agents' }));
    await user.click(within(await question()).getByRole('button', { name: 'Leave' }));

    expect(await screen.findByRole('heading', { name: 'Invite an agent' })).toBeVisible();
    expect(window.location.pathname).toBe('/settings/agents');
  });

  it('ask before Back, too, and before the tab is closed', async () => {
    const { user } = showSettings(administeredSite(), 'agents');
    await user.click(await screen.findByRole('link', { name: 'Site' }));
    await user.type(await screen.findByLabelText('Name'), '!');

    window.history.back();
    await question();
    expect(window.location.pathname).toBe('/settings/site');

    const closing = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(true);
  });

  it('are no reason to ask once they are saved', async () => {
    const network = administeredSite().answer(UPDATE_SITE, () => saved({ name: 'Shop site_a!' }));
    const { user } = showSettings(network, 'site');
    await user.type(await screen.findByLabelText('Name'), '!');
    await user.click(save());
    await screen.findByText(/^Saved\./);

    await user.click(screen.getByRole('link', { name: 'Agents' }));

    await waitFor(() => expect(window.location.pathname).toBe('/settings/agents'));
  });
});
