import { screen, waitFor, within } from '@testing-library/react';
import { speakOfSettings } from '../../../../language/speak-of-settings';
import { administeredSite } from '../../../../testing/administered-site';
import { refusal } from '../../../../testing/refusal';
import { showSettings } from '../../../../testing/show-settings';
import { INVITE_AGENT } from '../documents/invite-agent';
import { REMOVE_AGENT } from '../documents/remove-agent';

beforeAll(speakOfSettings);

const TOM = { __typename: 'Agent', id: 'agent_3', displayName: 'Tom Okoro', email: 'tom@acme.com' };
const invitation = (payload: object) => ({
  data: {
    inviteAgent: {
      __typename: 'InviteAgentPayload',
      agent: null,
      oneTimePassword: null,
      userErrors: [],
      ...payload,
    },
  },
});

async function invite(answer: object) {
  const network = administeredSite().answer(INVITE_AGENT, () => answer);
  const { user, session } = showSettings(network, 'agents');
  await user.type(await screen.findByLabelText('Agent’s name'), 'Tom Okoro');
  await user.type(screen.getByLabelText('Agent’s e-mail'), 'tom@acme.com');
  await user.click(screen.getByRole('button', { name: 'Invite' }));
  return { network, user, session };
}

describe('inviting an agent', () => {
  it('shows their first password once, and what they sign in with', async () => {
    const { user, network, session } = await invite(
      invitation({ agent: TOM, oneTimePassword: 'lamp-post-42' }),
    );
    const dialog = within(await screen.findByRole('dialog', { name: 'A password for Tom Okoro' }));

    expect(dialog.getByText('lamp-post-42')).toBeVisible();
    expect(dialog.getByText(/tom@acme\.com/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'I have kept it' }));

    await waitFor(() => expect(document.body).not.toHaveTextContent('lamp-post-42'));
    expect(JSON.stringify(session.stay.get().connection.client.extract())).not.toContain('lamp-post-42');
    const sent = network.requests.find(({ name }) => name === 'InviteAgent');
    expect(sent?.variables.input).toMatchObject({ siteId: 'site_a', role: 'MEMBER' });
  });

  it('who has an account shows no password, for they sign in as before', async () => {
    await invite(invitation({ agent: TOM }));

    expect(await screen.findByText('Tom Okoro works here too now, and signs in as before.')).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('[D-12] says which field was refused and why', async () => {
    await invite(invitation(refusal('CONFLICT', 'email')));

    expect(await screen.findByText(/Somebody with this address is an agent already/)).toBeVisible();
    expect(screen.getByLabelText('Agent’s e-mail')).toHaveValue('tom@acme.com');
  });
});

describe('removing an agent', () => {
  const removal = (payload: object) => ({
    data: {
      removeAgent: { __typename: 'RemoveAgentPayload', removedAgentId: null, userErrors: [], ...payload },
    },
  });
  async function remove(answer: object) {
    const network = administeredSite().answer(REMOVE_AGENT, () => answer);
    const { user } = showSettings(network, 'agents');
    await user.click(await screen.findByRole('button', { name: 'Remove Lea Müller' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove Lea Müller from this site?' }));
    await user.click(dialog.getByRole('button', { name: 'Remove' }));
    return { network, dialog };
  }

  it('asks first, naming the person, then looks who is left', async () => {
    const { network } = await remove(removal({ removedAgentId: 'agent_2' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const sent = network.requests.map(({ name }) => name);
    expect(sent.lastIndexOf('ReadAgents')).toBeGreaterThan(sent.indexOf('RemoveAgent'));
  });

  it('[D-12] explains that the last admin stays', async () => {
    const { dialog } = await remove(removal(refusal('CONFLICT', 'agentId')));

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'They are the last admin. Invite another admin first.',
    );
  });

  it('is not offered for oneself', async () => {
    showSettings(administeredSite(), 'agents');

    await screen.findByRole('button', { name: 'Remove Lea Müller' });

    expect(screen.queryByRole('button', { name: 'Remove Ana Braga' })).not.toBeInTheDocument();
  });
});
