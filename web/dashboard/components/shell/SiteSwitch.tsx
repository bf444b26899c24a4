import { Menu, UnstyledButton } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import styles from './SiteSwitch.module.css';
import { t } from '../../language/t';

export interface NamedSite {
  readonly id: string;
  readonly name: string;
}

export interface SiteSwitchProps {
  readonly sites: readonly NamedSite[];
  readonly currentId: string;
  readonly onChoose: (siteId: string) => void;
}

/** The name of the site that is shown; a menu when there are others. */
export function SiteSwitch({ sites, currentId, onChoose }: SiteSwitchProps) {
  const name = sites.find(({ id }) => id === currentId)?.name ?? '';
  if (sites.length < 2) return <span className={styles.site}>{name}</span>;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles.site} aria-label={t('site.current', { name })}>
          {name} <ChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {sites.map((site) => (
          <Menu.Item key={site.id} aria-current={site.id === currentId} onClick={() => onChoose(site.id)}>
            {site.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
