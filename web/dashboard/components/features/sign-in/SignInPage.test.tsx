import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConnectionContext } from '../../../connection/connection-context';
import { DashboardConnection } from '../../../connection/dashboard-connection';
import { SIGN_IN } from '../../../documents/sign-in';
import { KitProvider } from '../../../testing/KitProvider';
import { ScriptedNetwork } from '../../../testing/scripted-network';
import { SignInPage } from './SignInPage';

type Answering = Parameters<ScriptedNetwork['answer']>[1];

const accepted = { data: { login: { agent: { __typename: 'Agent', id: 'agent_1' }, userErrors: [] } } };
const refused = {
  data: {
    login: {
      agent: null,
      userErrors: [
        { __typename: 'UserError', code: 'INVALID_CREDENTIALS', message: 'bcrypt mismatch in agents.ts' },
      ],
    },
  },
};
const failed = (code: string) => ({
  data: null,
  errors: [{ message: 'at agents.service.ts:41', extensions: { code } }],
});

function show(answering: Answering, wasCutOff = false) {
  const network = new ScriptedNetwork().answer(SIGN_IN, answering);
  const connection = new DashboardConnection(() => {}, network.links());
  const onSignedIn = jest.fn();
  render(
    <ApolloProvider client={connection.client}>
      <ConnectionContext value={connection}>
        <SignInPage wasCutOff={wasCutOff} onSignedIn={onSignedIn} />
      </ConnectionContext>
    </ApolloProvider>,
    { wrapper: KitProvider },
  );
  return { network, onSignedIn };
}

async function signIn(email = ' ana@acme.com ', password = 'correct horse '): Promise<void> {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText(/^E-mail/), email);
  await user.type(screen.getByLabelText(/^Password/), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('the sign-in page', () => {
  it('lets the right agent in, and sends the password exactly as it was typed', async () => {
    const { network, onSignedIn } = show(() => accepted);

    await signIn();

    expect(onSignedIn).toHaveBeenCalledTimes(1);
    expect(network.requests[0]?.variables).toEqual({ email: 'ana@acme.com', password: 'correct horse ' });
  });

  it.each<[string, Answering, string]>([
    ['a wrong password', () => refused, "That e-mail and password don't match."],
    ['too many tries', () => failed('RATE_LIMITED'), 'Too many tries. Wait a minute, then try again.'],
    [
      'a fault of the server',
      () => failed('INTERNAL_SERVER_ERROR'),
      'Something went wrong on the server. Try again in a moment.',
    ],
    [
      'no network',
      () => new Error('Failed to fetch'),
      "Can't reach the server. Check your connection, then try again.",
    ],
  ])(
    "[D-12] says in words what happened after %s, and never in the server's own",
    async (_, answering, words) => {
      const { onSignedIn } = show(answering);

      await signIn();

      expect(await screen.findByRole('alert')).toHaveTextContent(words);
      expect(screen.queryByText(/agents/)).not.toBeInTheDocument();
      expect(onSignedIn).not.toHaveBeenCalled();
    },
  );

  it('tells an agent whose session was ended why the door is here, and one who left nothing', () => {
    show(() => accepted, true);

    expect(screen.getByRole('alert')).toHaveTextContent(
      'You have been signed out. Sign in again to keep watching.',
    );
  });

  it('lets a password manager find its fields', () => {
    show(() => accepted);

    expect(screen.getByLabelText(/^E-mail/)).toHaveAttribute('autocomplete', 'username');
    expect(screen.getByLabelText(/^Password/)).toHaveAttribute('autocomplete', 'current-password');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
