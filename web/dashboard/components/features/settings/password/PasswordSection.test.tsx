import { screen } from '@testing-library/react';
import { speakOfSettings } from '../../../../language/speak-of-settings';
import { administeredSite } from '../../../../testing/administered-site';
import { refusal } from '../../../../testing/refusal';
import { showSettings } from '../../../../testing/show-settings';
import { CHANGE_PASSWORD } from '../documents/change-password';

beforeAll(speakOfSettings);

const change = (payload: object) => ({
  data: {
    changePassword: { __typename: 'ChangePasswordPayload', agent: null, userErrors: [], ...payload },
  },
});

async function submit(answer: object) {
  const network = administeredSite('MEMBER').answer(CHANGE_PASSWORD, () => answer);
  const { user } = showSettings(network, 'password');
  await user.type(await screen.findByLabelText('Current password'), ' old one ');
  await user.type(screen.getByLabelText('New password'), 'a longer new one');
  await user.click(screen.getByRole('button', { name: 'Change password' }));
  return network;
}

describe('changing the own password', () => {
  it('sends both exactly as typed, says that it is done, and forgets them', async () => {
    const network = await submit(change({ agent: { __typename: 'Agent', id: 'agent_1' } }));

    expect(await screen.findByText('Changed. Your other browsers are signed out.')).toBeVisible();
    expect(network.requests.at(-1)?.variables).toEqual({
      input: { currentPassword: ' old one ', newPassword: 'a longer new one' },
    });
    expect(screen.getByLabelText('Current password')).toHaveValue('');
    expect(screen.getByLabelText('New password')).toHaveValue('');
  });

  it.each([
    [refusal('INVALID_CREDENTIALS', 'currentPassword'), 'This is not your current password.'],
    [refusal('INVALID', 'newPassword'), 'Use at least 12 characters, and not your e-mail address.'],
  ])('[D-12] says which of them was refused (%#)', async (payload, words) => {
    await submit(change(payload));

    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.getByLabelText('New password')).toHaveValue('a longer new one');
  });
});
