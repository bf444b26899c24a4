import { Menu, UnstyledButton } from '@mantine/core';
import { Keyboard, KeyRound, LogOut, Settings } from 'lucide-react';
import { memo, useState } from 'react';
import { Link } from 'wouter';
import { pageAnnouncer } from '../../announcements/page-announcer';
import { SIGN_OUT } from '../../documents/sign-out';
import { useConnection } from '../../connection/use-connection';
import { initials } from '../../text/initials';
import { plainText } from '../../text/plain-text';
import { settingsHref } from '../features/settings/settings-href';
import { LanguageItems } from './LanguageItems';
import { NoticeItems } from './NoticeItems';
import styles from './AgentMenu.module.css';
import { t } from '../../language/t';

export interface AgentMenuProps {
  readonly agent: { readonly id: string; readonly displayName: string; readonly email: string };
  /** Whose settings the menu leads to. */
  readonly siteId: string;
  /** Left out where there are no keys. */
  readonly onShowKeys?: () => void;
  readonly onLeave: () => void;
}

/** Who is signed in, the way to the settings, and the way out. */
export const AgentMenu = memo(function AgentMenu({ agent, siteId, onShowKeys, onLeave }: AgentMenuProps) {
  const { client } = useConnection();
  const [problem, setProblem] = useState<string | null>(null);
  const signOut = async (): Promise<void> => {
    setProblem(null);
    try {
      await client.mutate({ mutation: SIGN_OUT, fetchPolicy: 'no-cache' });
      onLeave();
    } catch {
      // The cookie is out of our reach: to say "signed out" while it still opens the door would be a lie.
      setProblem(t('agent.stillSignedIn'));
      pageAnnouncer.say(t('agent.stillSignedIn'));
    }
  };
  return (
    <Menu position="bottom-end" withinPortal width={240} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton
          className={styles.me}
          aria-label={t('agent.signedInAs', { name: plainText(agent.displayName) })}
        >
          {initials(agent)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{agent.displayName}</bdi>
          <br />
          <bdi dir="ltr">{agent.email}</bdi>
        </Menu.Label>
        <Menu.Item
          component={Link}
          href={settingsHref(null, siteId)}
          closeMenuOnClick
          leftSection={<Settings size={15} aria-hidden="true" />}
        >
          {t('agent.settings')}
        </Menu.Item>
        <Menu.Item
          component={Link}
          href={settingsHref('password', siteId)}
          closeMenuOnClick
          leftSection={<KeyRound size={15} aria-hidden="true" />}
        >
          {t('agent.changePassword')}
        </Menu.Item>
        <Menu.Divider />
        <NoticeItems />
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        {onShowKeys ? (
          <Menu.Item
            leftSection={<Keyboard size={15} aria-hidden="true" />}
            closeMenuOnClick
            onClick={onShowKeys}
          >
            {t('keys.title')}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<LogOut size={15} aria-hidden="true" />} onClick={() => void signOut()}>
          {t('agent.signOut')}
        </Menu.Item>
        {problem ? <Menu.Label className={styles.problem}>{problem}</Menu.Label> : null}
      </Menu.Dropdown>
    </Menu>
  );
});
