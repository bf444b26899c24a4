import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ROTATE_IDENTITY_SECRET } from '../documents/rotate-identity-secret';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { SecretDialog } from '../parts/SecretDialog';
import { SettingsCard } from '../parts/SettingsCard';
import { useAct } from '../use-act';
import { t } from '../../../../language/t';
import styles from './IdentitySecretCard.module.css';

/** For how long the old secret may sign beside the new one, in hours. */
const GRACES = [0, 1, 24, 72, 168, 720] as const;
const USUAL_GRACE = 24;

/** Makes the secret a site's servers sign with. It can be replaced, never read again. */
export function IdentitySecretCard({ siteId }: { readonly siteId: string }) {
  const [graceHours, setGraceHours] = useState<number>(USUAL_GRACE);
  const [isAsking, setIsAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useAct(ROTATE_IDENTITY_SECRET, (data) => data.rotateIdentitySecret);
  const close = (): void => {
    setIsAsking(false);
    rotate.reset();
  };
  const confirm = async (): Promise<void> => {
    const made = await rotate.run({ input: { siteId, graceHours } });
    if (!made?.secret) return;
    setSecret(made.secret);
    close();
  };
  const failure = rotate.failure ?? (rotate.problems.length > 0 ? 'settings.failed.server' : null);
  const afterwards =
    graceHours === 0
      ? t('settings.secret.breaksNow')
      : t('settings.secret.breaksLater', { hours: graceHours });
  return (
    <SettingsCard title={t('settings.secret')} lead={t('settings.secret.lead')}>
      <div className={styles.row}>
        <NativeSelect
          label={t('settings.secret.grace')}
          description={t('settings.secret.graceText')}
          value={String(graceHours)}
          onChange={({ currentTarget }) => setGraceHours(Number(currentTarget.value))}
          data={GRACES.map((hours) => ({
            value: String(hours),
            label: hours === 0 ? t('settings.secret.none') : t('settings.hours', { hours }),
          }))}
        />
        <Button variant="default" onClick={() => setIsAsking(true)}>
          {t('settings.secret.make')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('settings.secret.confirmTitle')}
        confirm={t('settings.secret.make')}
        isBusy={rotate.isBusy}
        problem={failure && t(failure)}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        {afterwards}
      </ConfirmDialog>
      <SecretDialog
        title={t('settings.secret.new')}
        label={t('settings.secret')}
        secret={secret}
        onClose={() => setSecret(null)}
      >
        {t('settings.secret.newText')}
      </SecretDialog>
    </SettingsCard>
  );
}
