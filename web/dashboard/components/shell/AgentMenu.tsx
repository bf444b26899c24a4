import { Menu, UnstyledButton } from '@mantine/core';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { SIGN_OUT } from '../../documents/sign-out';
import { useConnection } from '../../connection/use-connection';
import { initials } from '../../text/initials';
import styles from './AgentMenu.module.css';

export interface AgentMenuProps {
  readonly agent: { readonly id: string; readonly displayName: string; readonly email: string };
  readonly onLeave: () => void;
}

/** Who is signed in, and the way out. */
export function AgentMenu({ agent, onLeave }: AgentMenuProps) {
  const { client } = useConnection();
  const [problem, setProblem] = useState<string | null>(null);
  const signOut = async (): Promise<void> => {
    setProblem(null);
    try {
      await client.mutate({ mutation: SIGN_OUT, fetchPolicy: 'no-cache' });
      onLeave();
    } catch {
      // The cookie is out of our reach: to say "signed out" while it still opens the door would be a lie.
      setProblem("Can't reach the server, so you are still signed in.");
    }
  };
  return (
    <Menu position="bottom-end" withinPortal width={240} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={styles.me} aria-label={`Signed in as ${agent.displayName}`}>
          {initials(agent)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{agent.displayName}</bdi>
          <br />
          <bdi dir="ltr">{agent.email}</bdi>
        </Menu.Label>
        <Menu.Item leftSection={<LogOut size={15} aria-hidden="true" />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
        {problem ? (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
