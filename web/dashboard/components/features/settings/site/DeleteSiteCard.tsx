import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SeeingAgent } from '../../../../ViewerGate';
import { DELETE_SITE } from '../documents/delete-site';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { SettingsCard } from '../parts/SettingsCard';
import { useAct } from '../use-act';
import styles from './DeleteSiteCard.module.css';
import { t } from '../../../../language/t';

export interface DeleteSiteCardProps {
  readonly site: SeeingAgent['sites'][number];
  readonly onDeleted: () => Promise<void>;
}

/** The end of a site. Its name has to be typed, so that no other one is meant. */
export function DeleteSiteCard({ site, onDeleted }: DeleteSiteCardProps) {
  const [, navigate] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const erase = useAct(DELETE_SITE, (data) => data.deleteSite);
  const close = (): void => {
    setIsAsking(false);
    setTyped('');
    erase.reset();
  };
  const confirm = async (): Promise<void> => {
    if (!(await erase.run({ input: { siteId: site.id, confirmName: typed } }))) return;
    navigate('/');
    await onDeleted();
  };
  const failure = erase.failure ?? (erase.problems.length > 0 ? 'settings.delete.changed' : null);
  return (
    <SettingsCard title={t('settings.delete')} lead={t('settings.delete.lead')} tone="danger">
      <div>
        <Button variant="outline" className={styles.open} onClick={() => setIsAsking(true)}>
          {t('settings.delete.open')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('settings.delete.title', { site: site.name })}
        confirm={t('settings.delete.confirm')}
        isBusy={erase.isBusy}
        isBlocked={typed !== site.name}
        problem={failure && t(failure)}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        <p>{t('settings.delete.text')}</p>
        <TextInput
          label={t('settings.delete.type', { site: site.name })}
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </ConfirmDialog>
    </SettingsCard>
  );
}
