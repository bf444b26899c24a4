import { Link } from 'wouter';
import { settingsHref } from './settings-href';
import { SECTIONS } from './settings-sections';
import styles from './SettingsNav.module.css';
import { t } from '../../../language/t';

export interface SettingsNavProps {
  readonly isAdmin: boolean;
  readonly currentId: string;
  readonly siteId: string;
}

/** The parts of the settings this agent may use. */
export function SettingsNav({ isAdmin, currentId, siteId }: SettingsNavProps) {
  return (
    <nav className={styles.nav} aria-label={t('settings.nav')}>
      {SECTIONS.filter(({ isForAdmins }) => isAdmin || !isForAdmins).map(({ id, title, icon: Icon }) => (
        <Link
          key={id}
          className={styles.link}
          href={settingsHref(id, siteId)}
          aria-current={id === currentId ? 'page' : undefined}
        >
          <Icon size={16} aria-hidden="true" />
          {t(title)}
        </Link>
      ))}
    </nav>
  );
}
