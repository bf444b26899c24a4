import { useState } from 'react';
import type { ReadApiKeysQuery } from '../../../../../generated/settings/graphql';
import { REVOKE_API_KEY } from '../documents/revoke-api-key';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import list from '../parts/RowList.module.css';
import { useAct } from '../use-act';
import { t } from '../../../../language/t';
import { ApiKeyRow } from './ApiKeyRow';

type ApiKey = NonNullable<ReadApiKeysQuery['site']>['apiKeys'][number];

/** The keys of a site, those that have ended too, for they explain what was. */
export function ApiKeyList({ keys }: { readonly keys: readonly ApiKey[] }) {
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const revoke = useAct(REVOKE_API_KEY, (data) => data.revokeApiKey);
  const close = (): void => {
    setEnding(null);
    revoke.reset();
  };
  const confirm = async (apiKeyId: string): Promise<void> => {
    if (await revoke.run({ input: { apiKeyId } })) close();
  };
  const problem = revoke.failure ?? (revoke.problems.length > 0 ? 'settings.keys.gone' : null);
  if (keys.length === 0) return <p className={list.empty}>{t('settings.keys.empty')}</p>;
  return (
    <>
      <ul className={list.rows} aria-label={t('settings.keys')}>
        {keys.map((key) => (
          <ApiKeyRow key={key.id} apiKey={key} onRevoke={() => setEnding(key)} />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={ending !== null}
        title={t('settings.keys.revokeTitle', { name: ending?.name ?? '' })}
        confirm={t('settings.keys.revoke')}
        isBusy={revoke.isBusy}
        problem={problem && t(problem)}
        onConfirm={() => ending && void confirm(ending.id)}
        onClose={close}
      >
        {t('settings.keys.revokeText')}
      </ConfirmDialog>
    </>
  );
}
