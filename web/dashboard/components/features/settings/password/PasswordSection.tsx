import { Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { CHANGE_PASSWORD } from '../documents/change-password';
import { fieldProblem } from '../field-problem';
import form from '../parts/Form.module.css';
import { Problem } from '../parts/Problem';
import { Said } from '../parts/Said';
import { SettingsCard } from '../parts/SettingsCard';
import { useAct } from '../use-act';
import { t } from '../../../../language/t';

const EMPTY = { currentPassword: '', newPassword: '' };

/** Another password for whoever is looking; their other browsers are signed out by it. */
export function PasswordSection({ email }: { readonly email: string }) {
  const [passwords, setPasswords] = useState(EMPTY);
  const [isChanged, setIsChanged] = useState(false);
  const { isBusy, failure, problems, run } = useAct(CHANGE_PASSWORD, (data) => data.changePassword);
  const change = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsChanged(false);
    if (!(await run({ input: passwords }))) return;
    setPasswords(EMPTY);
    setIsChanged(true);
  };
  const currentProblem = fieldProblem(problems, 'currentPassword', {
    INVALID_CREDENTIALS: 'settings.problem.currentPassword',
  });
  const newProblem = fieldProblem(problems, 'newPassword', { INVALID: 'settings.problem.newPassword' });
  return (
    <SettingsCard title={t('settings.password')} lead={t('settings.password.lead')}>
      <form className={form.form} onSubmit={(event) => void change(event)}>
        {/* For password managers: whose password it is. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t('settings.password.current')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          required
          withAsterisk={false}
          value={passwords.currentPassword}
          error={currentProblem && t(currentProblem)}
          onChange={({ currentTarget }) =>
            setPasswords({ ...passwords, currentPassword: currentTarget.value })
          }
        />
        <PasswordInput
          label={t('settings.password.new')}
          description={t('settings.password.newText')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          required
          withAsterisk={false}
          value={passwords.newPassword}
          error={newProblem && t(newProblem)}
          onChange={({ currentTarget }) => setPasswords({ ...passwords, newPassword: currentTarget.value })}
        />
        <Problem text={failure && t(failure)} />
        <div className={form.actions}>
          <Said text={isChanged ? t('settings.password.changed') : ''} />
          <Button type="submit" loading={isBusy}>
            {t('settings.password.submit')}
          </Button>
        </div>
      </form>
    </SettingsCard>
  );
}
