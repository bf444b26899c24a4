import { screen, waitFor } from '@testing-library/react';
import { READ_VIEWER } from '../../../../documents/read-viewer';
import { speakOfSettings } from '../../../../language/speak-of-settings';
import { administeredSite } from '../../../../testing/administered-site';
import { showSettings } from '../../../../testing/show-settings';
import { viewerAnswer } from '../../../../testing/viewer-answer';
import { CREATE_SITE } from '../documents/create-site';

beforeAll(speakOfSettings);

it('a new site opens on its install page, with its own key', async () => {
  const network = administeredSite().answer(CREATE_SITE, () => ({
    data: {
      createSite: {
        __typename: 'SitePayload',
        site: { __typename: 'Site', id: 'site_b' },
        userErrors: [],
      },
    },
  }));
  const { user } = showSettings(network, 'new-site');
  await user.type(await screen.findByLabelText('Name'), 'Second shop');
  await user.type(screen.getByLabelText('Allowed origins'), 'https://b.example{Enter}');
  network.answer(READ_VIEWER, () => viewerAnswer('site_a', 'site_b'));

  await user.click(screen.getByRole('button', { name: 'Make the site' }));

  expect(await screen.findByRole('heading', { name: 'Settings of Shop site_b' })).toBeVisible();
  await waitFor(() => expect(window.location.pathname).toBe('/settings/install'));
  expect(screen.getByRole('group', { name: 'HTML' })).toHaveTextContent('data-site="key_site_b"');
  const sent = network.requests.find(({ name }) => name === 'CreateSite');
  expect(sent?.variables).toEqual({ input: { name: 'Second shop', allowedOrigins: ['https://b.example'] } });
});
