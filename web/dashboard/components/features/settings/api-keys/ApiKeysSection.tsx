import { READ_API_KEYS } from '../documents/read-api-keys';
import { Loaded } from '../parts/Loaded';
import { SettingsCard } from '../parts/SettingsCard';
import { useAsked } from '../use-asked';
import { t } from '../../../../language/t';
import { ApiKeyForm } from './ApiKeyForm';
import { ApiKeyList } from './ApiKeyList';

/** The credentials of programs on a site. */
export function ApiKeysSection({ siteId }: { readonly siteId: string }) {
  const asked = useAsked(READ_API_KEYS, { siteId }, ({ site }) => site?.apiKeys);
  return (
    <>
      <SettingsCard title={t('settings.keys')} lead={t('settings.keys.lead')}>
        <Loaded value={asked.value} hasFailed={asked.hasFailed} onRetry={asked.again}>
          {(keys) => <ApiKeyList keys={keys} />}
        </Loaded>
      </SettingsCard>
      <ApiKeyForm siteId={siteId} onMade={asked.again} />
    </>
  );
}
