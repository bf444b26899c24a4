import { READ_AGENTS } from './documents/read-agents';
import { SettingsCard } from './parts/SettingsCard';
import { useAsked } from './use-asked';
import { t } from '../../../language/t';

/** What a member finds at the address of an admin's section: whom to ask. */
export function AdminsOnly({ siteId }: { readonly siteId: string }) {
  const { value } = useAsked(READ_AGENTS, { siteId }, ({ site }) => site?.agents);
  const admins = (value ?? []).filter(({ role }) => role === 'ADMIN').map(({ displayName }) => displayName);
  return (
    <SettingsCard title={t('settings.adminsOnly')} lead={t('settings.adminsOnlyText')}>
      {admins.length === 0 ? null : (
        <p>
          {t('settings.adminsAre')} <bdi>{admins.join(', ')}</bdi>
        </p>
      )}
    </SettingsCard>
  );
}
