import { screen, waitFor, within } from '@testing-library/react';
import { speakOfSettings } from '../../../../language/speak-of-settings';
import { administeredSite } from '../../../../testing/administered-site';
import { refusal } from '../../../../testing/refusal';
import { showSettings } from '../../../../testing/show-settings';
import { CREATE_API_KEY } from '../documents/create-api-key';
import { READ_API_KEYS } from '../documents/read-api-keys';
import { REVOKE_API_KEY } from '../documents/revoke-api-key';

const NOW = new Date('2026-11-25T12:00:00.000Z');

beforeAll(speakOfSettings);
beforeEach(() => jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick'] }));
afterEach(() => jest.useRealTimers());

const KEY = {
  __typename: 'ApiKey',
  id: 'key_1',
  name: 'Wallboard',
  prefix: 'pl_9f3k',
  scopes: ['VISITORS_READ', 'PRESENCE_SUBSCRIBE'],
  createdAt: '2026-11-20T12:00:00.000Z',
  lastUsedAt: null,
  expiresAt: null,
  revokedAt: null,
};
const keys = (...list: object[]) => ({
  data: { site: { __typename: 'Site', id: 'site_a', apiKeys: list.map((key) => ({ ...KEY, ...key })) } },
});
const creation = (payload: object) => ({
  data: {
    createApiKey: { __typename: 'CreateApiKeyPayload', secret: null, userErrors: [], ...payload },
  },
});

/** Whether the browser may close the tab without a question. */
const closesAtOnce = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

const row = async (name: string) => within((await screen.findByText(name)).closest('li')!);

describe('making an API key', () => {
  async function make(answer: object) {
    const network = administeredSite().answer(CREATE_API_KEY, () => answer);
    const { user } = showSettings(network, 'keys');
    await user.type(await screen.findByLabelText('What it is for'), 'Wallboard');
    await user.click(screen.getByLabelText('Follow live'));
    await user.selectOptions(screen.getByLabelText('It works for'), '30');
    await user.click(screen.getByRole('button', { name: 'Make the key' }));
    return { network, user };
  }

  it('asks for no more than was ticked, for as long as was chosen, and shows the secret once', async () => {
    const { network, user } = await make(creation({ secret: 'pl_9f3k_whole' }));

    expect(await screen.findByText('pl_9f3k_whole')).toBeVisible();
    expect(closesAtOnce()).toBe(false);
    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    expect(closesAtOnce()).toBe(true);

    await waitFor(() => expect(document.body).not.toHaveTextContent('pl_9f3k_whole'));
    const sent = network.requests.find(({ name }) => name === 'CreateApiKey');
    expect(sent?.variables.input).toMatchObject({
      name: 'Wallboard',
      scopes: ['VISITORS_READ', 'PRESENCE_SUBSCRIBE'],
    });
    const { expiresAt } = sent?.variables.input as { expiresAt: string };
    expect(expiresAt).toMatch(/^2026-12-25T12:00/);
  });

  it('[D-12] says what is missing', async () => {
    await make(creation(refusal('REQUIRED', 'scopes')));

    expect(await screen.findByText('Choose at least one thing the key may do.')).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('the API keys of a site', () => {
  it('tell in words which still work, which ended by themselves, and which were revoked', async () => {
    const network = administeredSite().answer(READ_API_KEYS, () =>
      keys(
        { id: 'key_1', name: 'Wallboard', lastUsedAt: '2026-11-25T11:55:00.000Z' },
        { id: 'key_2', name: 'Import', expiresAt: '2026-11-25T12:00:00.000Z' },
        {
          id: 'key_3',
          name: 'Old',
          revokedAt: '2026-11-24T12:00:00.000Z',
          expiresAt: '2027-01-01T00:00:00Z',
        },
      ),
    );
    showSettings(network, 'keys');

    expect((await row('Wallboard')).getByText('Working')).toBeVisible();
    expect((await row('Wallboard')).getByText('5 minutes ago')).toBeVisible();
    expect((await row('Import')).getByText('Expired')).toBeVisible();
    expect((await row('Old')).getByText('Revoked')).toBeVisible();
    expect((await row('Old')).queryByRole('button')).not.toBeInTheDocument();
  });

  it('can be ended, and are then told as revoked', async () => {
    const network = administeredSite()
      .answer(READ_API_KEYS, () => keys({}))
      .answer(REVOKE_API_KEY, () => ({
        data: {
          revokeApiKey: {
            __typename: 'RevokeApiKeyPayload',
            apiKey: { __typename: 'ApiKey', id: 'key_1', revokedAt: NOW.toISOString() },
            userErrors: [],
          },
        },
      }));
    const { user } = showSettings(network, 'keys');

    await user.click(await screen.findByRole('button', { name: 'Revoke Wallboard' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Revoke Wallboard?' }));
    await user.click(dialog.getByRole('button', { name: 'Revoke' }));

    expect(await (await row('Wallboard')).findByText('Revoked')).toBeVisible();
  });
});
