import { screen, waitFor, within } from '@testing-library/react';
import { speakOfSettings } from '../../../../language/speak-of-settings';
import { administeredSite } from '../../../../testing/administered-site';
import { refusal } from '../../../../testing/refusal';
import { showSettings } from '../../../../testing/show-settings';
import { DELETE_SITE } from '../documents/delete-site';
import { ROTATE_IDENTITY_SECRET } from '../documents/rotate-identity-secret';

beforeAll(speakOfSettings);

const deletion = (payload: object) => ({
  data: { deleteSite: { __typename: 'DeleteSitePayload', deletedSiteId: null, userErrors: [], ...payload } },
});

describe('the end of a site', () => {
  async function ask(network = administeredSite()) {
    const { user } = showSettings(network, 'site');
    await user.click(await screen.findByRole('button', { name: 'Delete this site…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Shop site_a?' }));
    return {
      user,
      typeName: (name: string) => user.type(dialog.getByLabelText('Type Shop site_a to confirm'), name),
      confirm: () => dialog.getByRole('button', { name: 'Delete for good' }),
      dialog,
    };
  }

  it('cannot be confirmed before its exact name was typed', async () => {
    const { typeName, confirm } = await ask();

    expect(confirm()).toBeDisabled();
    await typeName('shop site_a');
    expect(confirm()).toBeDisabled();
  });

  it('comes with the name that was typed, and leads back to the visitors', async () => {
    const network = administeredSite().answer(DELETE_SITE, () => deletion({ deletedSiteId: 'site_a' }));
    const { user, typeName, confirm } = await ask(network);

    await typeName('Shop site_a');
    await user.click(confirm());

    await waitFor(() => expect(window.location.pathname).toBe('/'));
    const sent = network.requests.find(({ name }) => name === 'DeleteSite');
    expect(sent?.variables).toEqual({ input: { siteId: 'site_a', confirmName: 'Shop site_a' } });
  });

  it('[D-12] does not come when the site was renamed meanwhile, and says so', async () => {
    const network = administeredSite().answer(DELETE_SITE, () => deletion(refusal('INVALID', 'confirmName')));
    const { user, typeName, confirm, dialog } = await ask(network);

    await typeName('Shop site_a');
    await user.click(confirm());

    expect(await dialog.findByRole('alert')).toHaveTextContent('renamed or deleted meanwhile');
    expect(window.location.pathname).toBe('/settings/site');
  });
});

it('a new identity secret is shown once, through stray keys, and is nowhere when the agent has kept it', async () => {
  const network = administeredSite().answer(ROTATE_IDENTITY_SECRET, () => ({
    data: {
      rotateIdentitySecret: {
        __typename: 'RotateIdentitySecretPayload',
        secret: 'secret-of-the-site',
        userErrors: [],
      },
    },
  }));
  const { user, session } = showSettings(network, 'site');

  await user.selectOptions(await screen.findByLabelText('The old secret goes on working for'), '0');
  await user.click(screen.getByRole('button', { name: 'Make a new secret' }));
  const question = within(await screen.findByRole('dialog', { name: 'Replace the identity secret?' }));
  expect(question.getByText(/refused from now on/)).toBeVisible();
  await user.click(question.getByRole('button', { name: 'Make a new secret' }));
  expect(await screen.findByText('secret-of-the-site')).toBeVisible();
  await user.keyboard('{Escape}');
  expect(screen.getByText('secret-of-the-site')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'I have kept it' }));

  await waitFor(() => expect(document.body).not.toHaveTextContent('secret-of-the-site'));
  expect(JSON.stringify(session.stay.get().connection.client.extract())).not.toContain('secret-of-the-site');
  expect(network.requests.at(-1)?.variables).toEqual({ input: { siteId: 'site_a', graceHours: 0 } });
});
